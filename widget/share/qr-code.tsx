/** A link as a QR code: dark squares on white whatever the theme, so that every reader reads it. */
import { correction, generate } from "lean-qr/nano";

/** Modules of white around, as ISO/IEC 18004 asks. */
const QUIET = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  const code = generate(text, { minCorrectionLevel: correction.L });
  const side = code.size + 2 * QUIET;
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={darkRuns(code)} fill="#000" />
    </svg>
  );
}

/** One rectangle per run of dark modules. */
function darkRuns({ size, get }: { readonly size: number; readonly get: (x: number, y: number) => boolean }): string {
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (x < size && get(x, y)) x++;
      if (x > start) path += `M${start + QUIET} ${y + QUIET}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}
