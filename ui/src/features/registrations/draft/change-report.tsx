// What a fill or a repair does or would do: how much, what it leaves and why, a few examples.
import { useTranslation } from "react-i18next";
import type { FillSample, LeftCount } from "../../../bridge";
import { Stack } from "../../../kit/card";
import { DataTable } from "../../../kit/data-table";
import { moneyText } from "../../../kit/format";
import { useShopTerms } from "../../../kit/shop-terms";
import { CountText, NoValue } from "../../../kit/values";
import { TitleAndId } from "../parts";

export function ChangeReport({
  headline,
  notes = [],
  left,
  samples,
  stale,
}: {
  headline: string;
  /** What there is to know of the changes. */
  notes?: readonly string[];
  left: readonly LeftCount[];
  samples: readonly FillSample[];
  /** A newer answer is under way. */
  stale: boolean;
}) {
  const { t } = useTranslation("drafts");
  return (
    <section aria-busy={stale} data-stale={stale} className="pd-draft-report">
      <Stack gap={12}>
        <p role="status" data-testid="change-headline">
          <strong>{headline}</strong>
        </p>
        {notes.length > 0 && (
          <ul data-testid="change-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        {left.length > 0 && (
          <div data-testid="change-left">
            <p>{t("report.left")}</p>
            <ul>
              {left.map(({ reason, rows }) => (
                <li key={reason}>
                  <CountText value={rows} />: {reason}
                </li>
              ))}
            </ul>
          </div>
        )}
        {samples.length > 0 && <Samples samples={samples} />}
      </Stack>
    </section>
  );
}

function Samples({ samples }: { samples: readonly FillSample[] }) {
  const { t } = useTranslation("drafts");
  return (
    <DataTable<FillSample>
      label={t("report.samples")}
      columns={[
        {
          key: "sku",
          title: t("report.samples"),
          render: ({ title, sku_id }) => <TitleAndId title={title} id={sku_id} />,
        },
        {
          key: "before",
          title: t("report.before"),
          align: "right",
          render: ({ before }) => <Sample text={before} />,
        },
        {
          key: "after",
          title: t("report.after"),
          align: "right",
          render: ({ after }) => <Sample text={after} />,
        },
      ]}
      rows={samples}
      rowKey={({ sku_id, after }) => `${sku_id} ${after}`}
      empty={{ title: t("report.noSamples") }}
      testId="change-samples"
    />
  );
}

/** Money is shown as money, anything else as the desk wrote it. */
function Sample({ text }: { text: string | null }) {
  const { language } = useShopTerms();
  if (text === null) return <NoValue />;
  return <span className="pd-number">{moneyText(text, { language })}</span>;
}
