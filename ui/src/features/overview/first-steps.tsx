// What a new shop does first, in order; gone once all is done.
import { CheckCircleFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { FirstStep } from "../../bridge";
import { Card } from "../../kit/card";
import { pathTo, pathToImport } from "../../kit/places";

const ways = {
  import_catalogue: pathToImport({ kind: "catalogue" }),
  import_costs: pathToImport({ kind: "costs" }),
  join_smart_promotion: pathTo("smart-promotion"),
  record_campaign: pathTo("campaigns"),
  register: pathTo("campaigns"),
} as const;
type StepKey = keyof typeof ways;

const isKnown = (step: FirstStep): step is FirstStep & { key: StepKey } => step.key in ways;

export function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const { t } = useTranslation("overview");
  const known = steps.filter(isKnown);
  const next = known.find(({ done }) => !done);
  if (!next) return null;
  return (
    <Card
      title={t("firstSteps")}
      text={t("firstStepsText", {
        done: known.filter(({ done }) => done).length,
        steps: known.length,
      })}
      testId="first-steps"
    >
      <ol className="pd-first-steps">
        {known.map(({ key, done }, index) => (
          <li key={key} data-done={done} data-next={key === next.key}>
            <span className="pd-first-steps-mark" aria-hidden="true">
              {done ? <CheckCircleFilled /> : index + 1}
            </span>
            <span>
              {done ? (
                <>
                  {t(`steps.${key}.title`)}
                  <span className="pd-visually-hidden"> {t("stepDone")}</span>
                </>
              ) : (
                <Link to={ways[key]} data-testid={`first-step-${key.replaceAll("_", "-")}`}>
                  {t(`steps.${key}.title`)}
                </Link>
              )}
              {!done && <small>{t(`steps.${key}.text`)}</small>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
