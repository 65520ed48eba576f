/** The place of an outcome: its heading takes the focus when a new one comes, so that it is announced and seen. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  readonly title: string;
  /** Another value means another outcome. */
  readonly count: number;
  readonly children: ComponentChildren;
}

export function Outcome({ title, count, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (count > 0) heading.current?.focus();
  }, [count]);
  return (
    <section class="outcome">
      <h3 tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}
