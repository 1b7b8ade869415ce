// One rule: what it checks and why, where it is written, the figures behind it, its examples.
import { useTranslation } from "react-i18next";
import { type FigureLine, type RuleExample, type SourceView, useDesk } from "../../bridge";
import { Card, Stack } from "../../kit/card";
import { DataTable } from "../../kit/data-table";
import { Notice } from "../../kit/notice";
import { BlockSkeleton } from "../../kit/skeletons";
import { StatusTag, type Tone } from "../../kit/status-tag";
import { problemText } from "../../kit/toast";
import { NoValue } from "../../kit/values";
import { GradeTag } from "./grade-tag";
import { Prose } from "./prose";

export function RulePageView({ id }: { id: string }) {
  const { t } = useTranslation(["rulebook", "kit"]);
  const page = useDesk("rule_page", { id });
  if (page.isError) {
    return (
      <Notice tone="block" title={t("rulebook:noRule", { id })} testId="rule-problem">
        {problemText(page.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!page.data) return <BlockSkeleton lines={6} />;
  const { line, sections, sources, figures, examples } = page.data;
  return (
    <article data-testid="rule-page">
      <Stack>
        <header className="pd-rule-head">
          <span className="pd-rulebook-id">{line.id}</span>
          <h2>{line.title}</h2>
          <GradeTag grade={line.grade} />
          <p>{t(`rulebook:gradeTexts.${line.grade}`)}</p>
        </header>
        {sections.map(({ heading, text }) => (
          <section key={heading} className="pd-rule-section">
            <h3>{heading}</h3>
            <Prose text={text} />
          </section>
        ))}
        <Sources sources={sources} />
        {figures.length > 0 && <Figures figures={figures} />}
        {examples.length > 0 && <Examples examples={examples} />}
      </Stack>
    </article>
  );
}

const trustTones: Record<SourceView["trust"], Tone> = {
  platform: "good",
  public: "info",
  house: "neutral",
};

function Trust({ trust }: { trust: SourceView["trust"] }) {
  const { t } = useTranslation("kit");
  return (
    <StatusTag tone={trustTones[trust]} dot={false}>
      {t(`findings.trust.${trust}`)}
    </StatusTag>
  );
}

function Sources({ sources }: { sources: readonly SourceView[] }) {
  const { t } = useTranslation("rulebook");
  return (
    <section className="pd-rule-section">
      <h3>{t("sources")}</h3>
      <ul className="pd-rule-sources">
        {sources.map((source) => (
          <li key={`${source.title} ${source.says}`}>
            <p>
              <strong>{source.title}</strong> <Trust trust={source.trust} />{" "}
              <small>{t("seen", { day: source.seen })}</small>
            </p>
            <blockquote>{source.says}</blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ figures }: { figures: readonly FigureLine[] }) {
  const { t } = useTranslation("rulebook");
  return (
    <Card flush title={t("figures")} text={t("figuresText")}>
      <DataTable<FigureLine>
        label={t("figures")}
        rows={figures}
        rowKey={({ key, market, from }) => `${key} ${market} ${from}`}
        rowTone={({ in_force }) => (in_force ? undefined : "muted")}
        empty={{ title: t("noFigures") }}
        columns={[
          {
            key: "key",
            title: t("figure"),
            render: ({ key, source }) => (
              <div className="pd-two pd-name">
                <code className="pd-rule-code">{key}</code>
                <small>{source.title}</small>
              </div>
            ),
          },
          {
            key: "value",
            title: t("value"),
            render: ({ value, in_force }) => (
              <>
                <strong className="pd-number">{value}</strong>{" "}
                {in_force && <StatusTag tone="good">{t("inForce")}</StatusTag>}
              </>
            ),
          },
          {
            key: "market",
            title: t("market"),
            render: ({ market }) => market ?? t("everyMarket"),
          },
          { key: "from", title: t("from"), render: ({ from }) => from ?? <NoValue /> },
          { key: "until", title: t("until"), render: ({ until }) => until ?? <NoValue /> },
        ]}
      />
    </Card>
  );
}

const exampleKinds = ["found", "clean", "boundary", "worked"] as const;

function Examples({ examples }: { examples: readonly RuleExample[] }) {
  const { t } = useTranslation("rulebook");
  return (
    <section className="pd-rule-section">
      <h3>{t("examples")}</h3>
      <p className="pd-rulebook-none">{t("examplesText")}</p>
      <Stack gap={12}>
        {examples.map(({ kind, title, given, answer }) => {
          const known = exampleKinds.find((one) => one === kind);
          return (
            <div key={`${kind} ${title}`} className="pd-rule-example">
              <p>
                <StatusTag tone={kind === "found" ? "block" : "good"} dot={false}>
                  {known ? t(`exampleKinds.${known}`) : kind}
                </StatusTag>{" "}
                {title}
              </p>
              <div className="pd-rule-example-parts">
                {given && <Part label={t("given")} text={given} />}
                <Part label={t("answer")} text={answer || t("nothingFound")} />
              </div>
            </div>
          );
        })}
      </Stack>
    </section>
  );
}

function Part({ label, text }: { label: string; text: string }) {
  return (
    <figure className="pd-rule-part">
      <figcaption>{label}</figcaption>
      <pre>{text}</pre>
    </figure>
  );
}
