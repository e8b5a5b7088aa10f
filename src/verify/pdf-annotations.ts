/** What lies over the pages of a PDF: links, and whatever else somebody has put there. */
import type {PDFDocumentProxy} from 'unpdf/pdfjs';
import type {Fault} from './faults.ts';
import {faultOn} from './pdf-faults.ts';

/** An annotation as pdf.js gives it, on a page that is counted from 0. Its own types leave all of this out. */
export type Annotation = {
  readonly subtype: string;
  readonly pageIndex: number;
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly dest?: unknown;
  readonly hasAppearance: boolean;
  /** What the annotation is called for those who do not see it. */
  readonly contentsObj?: {readonly str: string};
};

/** All annotations of a file, page by page. Asked for by page, pdf.js would read the words below each once more. */
export async function annotationsOf(pdf: PDFDocumentProxy): Promise<readonly Annotation[]> {
  const found: unknown = await pdf.getAnnotationsByType(OF_ANY_TYPE as unknown as Set<number>, new Set());
  return ((found ?? []) as readonly Annotation[]).toSorted((a, b) => a.pageIndex - b.pageIndex);
}

/** Types that pdf.js knows no number for are left out of every set. */
const OF_ANY_TYPE = null;

/** The addresses outside the file that links lead to, in order, as they are written. */
export const linksIn = (annotations: readonly Annotation[]): readonly string[] =>
  annotations.flatMap(({unsafeUrl, url}) => unsafeUrl ?? url ?? []);

/** What is wrong with annotations: on each page the first of each kind. */
export function annotationFaults(annotations: readonly Annotation[]): readonly Fault[] {
  const faults = annotations.flatMap(({pageIndex, ...annotation}) => {
    const problem = problemOf(annotation);
    return problem === null ? [] : [faultOn(pageIndex + 1, problem)];
  });
  return [...new Map(faults.map(each => [JSON.stringify(each), each])).values()];
}

function problemOf(annotation: Omit<Annotation, 'pageIndex'>): string | null {
  const {subtype, hasAppearance, dest, url, unsafeUrl} = annotation;
  if (subtype !== 'Link') return `No report has an annotation ${subtype}`;
  if (hasAppearance) return 'A link is drawn over';
  return (dest ?? url ?? unsafeUrl) === undefined
    ? 'A link does something else than to lead somewhere'
    : null;
}
