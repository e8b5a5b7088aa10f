/** What a pdfmake definition will print, as words: for finding what the fonts lack. */

/** The texts of a piece of a definition in the order of printing, those inside charts included. */
export function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => textsUnder(key, value));
}

function textsUnder(key: string, value: unknown): string[] {
  if (key === 'svg') return svgTexts(String(value));
  return CONTENT.has(key) ? textsOf(value) : [];
}

/** The keys that pdfmake prints what stands under. */
const CONTENT: ReadonlySet<string> = new Set([
  'section',
  'stack',
  'columns',
  'ul',
  'ol',
  'table',
  'body',
  'text',
]);

function svgTexts(svg: string): string[] {
  const visible = svg.replace(/<(title|desc|style)\b[^]*?<\/\1>/g, '');
  return [...visible.matchAll(/>([^<]+)</g)]
    .map(match => decode(match[1] ?? ''))
    .filter(text => text.trim() !== '');
}

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, word?: string) => {
      if (word !== undefined) return NAMED[word] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
    },
  );
}
