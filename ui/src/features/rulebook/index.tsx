// The rule book: a table of contents on the left, the rule's page on the right. `/rulebook/RG-02` opens a rule.
import { BookOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Route, Routes, useParams } from "react-router";
import { type RuleFamily, type RuleLine, useDesk } from "../../bridge";
import { EmptyState } from "../../kit/empty-state";
import { Notice } from "../../kit/notice";
import { PageHeader } from "../../kit/page-header";
import { pathTo } from "../../kit/places";
import { PageSkeleton } from "../../kit/skeletons";
import { problemText } from "../../kit/toast";
import { GradeTag } from "./grade-tag";
import { RulePageView } from "./rule-page";
import "./rulebook.css";

export default function Rulebook() {
  const { t } = useTranslation(["rulebook", "kit"]);
  const index = useDesk("rule_index", {});
  if (index.isError) {
    return (
      <Notice tone="block" title={t("rulebook:failed")} testId="rulebook-problem">
        {problemText(index.error, t("kit:toast.bug"))}
      </Notice>
    );
  }
  if (!index.data) return <PageSkeleton />;
  const { families } = index.data;
  return (
    <div data-testid="rulebook">
      <PageHeader title={t("rulebook:title")} subtitle={t("rulebook:text")} />
      <div className="pd-rulebook">
        <Contents families={families} />
        <div className="pd-rulebook-page">
          <Routes>
            <Route
              index
              element={
                <EmptyState
                  small
                  icon={<BookOutlined />}
                  title={t("rulebook:choose")}
                  text={t("rulebook:chooseText")}
                />
              }
            />
            <Route path=":rule" element={<RuleByAddress />} />
          </Routes>
        </div>
      </div>
    </div>
  );
}

function RuleByAddress() {
  const { rule = "" } = useParams();
  return <RulePageView key={rule} id={rule} />;
}

/** Every word has to be found in the id, the title or the name. */
function matches(rule: RuleLine, words: readonly string[]): boolean {
  const text = `${rule.id} ${rule.title} ${rule.name.replaceAll("_", " ")}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function Contents({ families }: { families: readonly RuleFamily[] }) {
  const { t } = useTranslation("rulebook");
  const [sought, setSought] = useState("");
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = families
    .map((family) => ({ ...family, rules: family.rules.filter((rule) => matches(rule, words)) }))
    .filter(({ rules }) => rules.length > 0);
  return (
    <nav className="pd-rulebook-contents" aria-label={t("contents")}>
      <Input
        type="search"
        allowClear
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        placeholder={t("search")}
        aria-label={t("search")}
        data-testid="rule-search"
      />
      {shown.length === 0 && <p className="pd-rulebook-none">{t("none")}</p>}
      {shown.map(({ prefix, title, rules }) => (
        <section key={prefix} aria-label={title}>
          <h2>{title}</h2>
          <ul>
            {rules.map((rule) => (
              <li key={rule.id}>
                <NavLink to={pathTo("rulebook", rule.id)} data-testid={`rule-${rule.id}`}>
                  <span className="pd-rulebook-id">{rule.id}</span>
                  <span className="pd-rulebook-name" title={rule.title}>
                    {rule.title}
                  </span>
                  <GradeTag grade={rule.grade} short />
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
