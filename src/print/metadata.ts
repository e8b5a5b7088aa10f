/**
 * What the PDF says of itself to machines. pdfkit can claim PDF/A or PDF/UA, not both, and writes titles into
 * XML as they are; both are mended here.
 */
import type {KitDocument} from './pdfmake-parts.ts';

type Info = Record<string, unknown>;
type WithInfo = KitDocument & {info: Info; _addInfo: () => void};

/** Escapes the metadata, and adds the claim of PDF/UA-1 with the schema that PDF/A asks for it. */
export function claimAccessibility(kit: KitDocument): void {
  const document = kit as WithInfo;
  const addInfo = document._addInfo;
  document._addInfo = () => {
    const {info} = document;
    document.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escaped(value)]));
    addInfo.call(document);
    document.info = info;
    document.appendXML(CLAIM);
  };
}

function escaped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const CLAIM = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
        `;
