// Grey shapes in the place of what is being fetched.
import { useTranslation } from "react-i18next";
import "./skeletons.css";

function Bar({ width, height = 14 }: { width: number | string; height?: number }) {
  return <span className="pd-bone" style={{ width, height }} />;
}

/** A page that is being fetched: heading and a table. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation("kit");
  return (
    <div className="pd-skeleton" role="status" aria-label={t("loading")} data-testid="skeleton">
      <Bar width={220} height={26} />
      <Bar width={380} />
      <TableBones rows={rows} />
    </div>
  );
}

/** A card or part of a page that is being fetched. */
export function BlockSkeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTranslation("kit");
  const widths = ["92%", "78%", "85%", "60%"];
  return (
    <div className="pd-skeleton" role="status" aria-label={t("loading")} data-testid="skeleton">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Bar key={line} width={widths[line % widths.length] ?? "80%"} />
      ))}
    </div>
  );
}

export function TableBones({ rows }: { rows: number }) {
  return (
    <div className="pd-skeleton-table">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Bar key={row} width="100%" height={36} />
      ))}
    </div>
  );
}

/** The whole window before the desk has answered for the first time. */
export function FrameSkeleton() {
  const { t } = useTranslation("kit");
  return (
    <div className="pd-frame-skeleton" role="status" aria-label={t("loading")}>
      <div className="pd-frame-skeleton-side" />
      <div className="pd-frame-skeleton-page">
        <Bar width={220} height={26} />
        <Bar width={380} />
        <TableBones rows={6} />
      </div>
    </div>
  );
}
