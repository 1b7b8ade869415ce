// Prices over time with the stretch that counts marked. The drawing library is fetched when first needed.
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { BlockSkeleton } from "../skeletons";

export interface LinePoint {
  /** ISO 8601; the value holds from here to the next point. */
  at: string;
  /** Money */
  value: string;
}

export interface LineWithWindowProps {
  /** What is drawn, for screen readers. */
  label: string;
  points: readonly LinePoint[];
  /** The stretch that counts, such as a look-back. */
  window?: { start: string; end: string; label: string } | null;
  /** A level across, such as the lowest price. */
  level?: { value: string; label: string } | null;
  height?: number;
  testId?: string;
}

const Drawing = lazy(() => import("./line-drawing"));

export function LineWithWindow(props: LineWithWindowProps) {
  const { t } = useTranslation("kit");
  if (props.points.length === 0) return <p className="pd-chart-empty">{t("chart.noPoints")}</p>;
  return (
    <figure className="pd-chart" aria-label={props.label} data-testid={props.testId}>
      <Suspense fallback={<BlockSkeleton lines={4} />}>
        <Drawing {...props} />
      </Suspense>
    </figure>
  );
}
