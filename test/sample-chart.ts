/** A small chart drawn by hand, in the way Vega draws: attributes, hex colours, a clip path with an id. */
import type {Picture} from '../src/document.ts';

const BARS: readonly (readonly [string, number])[] = [
  ['Hordaland', 540],
  ['Nordland', 523],
  ['Sør-Trøndelag', 406],
  ['Finnmark', 186],
  ['Buskerud', -12],
  ['Østfold', -89],
  ['Akershus', -3929],
];

/** Bars from a zero line, width and height in px. */
export function sampleBars(width: number, height: number): Picture {
  const step = height / BARS.length;
  const bars = BARS.map((bar, i) => drawBar(bar, i * step, step, width)).join('');
  const line = `<path d="M${width - 70},0V${height}" stroke="#1F2328" fill="none"/>`;
  return {
    width,
    height,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="${width}" height="${height}" fill="#FFFFFF"/>` +
      `<defs><clipPath id="clip0"><rect width="${width}" height="${height}"/></clipPath></defs>` +
      `<g clip-path="url(#clip0)" font-family="&quot;IBM Plex Sans&quot;, Arial, sans-serif" font-size="11">${bars}${line}</g></svg>`,
  };
}

function drawBar([name, value]: readonly [string, number], y: number, step: number, width: number): string {
  const zero = width - 70;
  const length = Math.round((Math.abs(value) / 3929) * (width - 240));
  const x = value < 0 ? zero - length : zero;
  const at = y + step / 2 + 4;
  const words = value < 0 ? `\u2212${-value}` : `+${value}`;
  return (
    `<text x="90" y="${at}" text-anchor="end" fill="#1F2328">${name}</text>` +
    `<path d="M96,${at - 4}H${x - 40}" stroke="#E6E9EC"/>` +
    `<rect x="${x}" y="${y + 4}" width="${length}" height="${step - 8}" fill="${value < 0 ? '#d9680e' : '#1D4F91'}"/>` +
    `<text x="${value < 0 ? x - 4 : zero + length + 4}" y="${at}" text-anchor="${value < 0 ? 'end' : 'start'}" fill="#1F2328">${words}</text>`
  );
}
