/** Asks before the page is left while answers would be lost: they are nowhere but here. */

export function guardLeaving(hasAnswers: () => boolean): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (hasAnswers()) event.preventDefault();
  };
  addEventListener("beforeunload", warn);
  return () => removeEventListener("beforeunload", warn);
}
