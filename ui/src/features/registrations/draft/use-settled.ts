// Whether edits have come to rest, so that what is dear to count waits for the last of them.
import { useEffect, useRef, useState } from "react";

/**
 * `settled` is false while work given to `during` is under way and for `pause` milliseconds after
 * the last of it.
 */
export function useSettled(pause: number) {
  const [settled, setSettled] = useState(true);
  const underWay = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay.current += 1;
    clearTimeout(timer.current);
    setSettled(false);
    try {
      return await work();
    } finally {
      underWay.current -= 1;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setSettled(underWay.current === 0), pause);
    }
  };
  return { settled, during };
}
