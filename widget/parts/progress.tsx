/** How far we are: an honest counter in words, and a bar that only repeats it for the eye. */

export function Progress({ text, done, total }: { text: string; done: number; total: number }) {
  return (
    <div class="progress">
      <p>{text}</p>
      <div class="track" aria-hidden="true">
        <div style={{ width: `${(100 * done) / Math.max(1, total)}%` }} />
      </div>
    </div>
  );
}
