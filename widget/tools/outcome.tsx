/** The place of an outcome: its heading takes the focus when a new one comes, so that it is announced and seen. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  readonly title: string;
  /** One below the heading that it answers to. */
  readonly level: 2 | 3;
  /** Another value means another outcome. */
  readonly count: number;
  readonly children: ComponentChildren;
}

export function Outcome({ title, level, count, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (count > 0) heading.current?.focus();
  }, [count]);
  const Tag = `h${level}` as const;
  return (
    <section class="outcome">
      <Tag tabIndex={-1} ref={heading}>
        {title}
      </Tag>
      {children}
    </section>
  );
}
