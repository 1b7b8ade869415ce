// A published campaign of one's own: what partners see, and who of them joined.
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type OwnCampaign, type OwnCampaignLine, useDesk } from "../../../bridge";
import { Card, Stack } from "../../../kit/card";
import { KeyValues } from "../../../kit/key-values";
import { pathTo } from "../../../kit/places";
import { BlockSkeleton } from "../../../kit/skeletons";
import { CountText, InstantText, NoValue, PercentText, PeriodText } from "../../../kit/values";
import { Failed } from "../tabs";

export function OwnDetail({ line, onClose }: { line: OwnCampaignLine; onClose: () => void }) {
  const { t } = useTranslation("affiliate");
  const navigate = useNavigate();
  const again = `${pathTo("affiliate", "seller", "new")}?like=${encodeURIComponent(line.id)}`;
  return (
    <Drawer
      open
      closable={{ "aria-label": t("close") }}
      size={560}
      title={line.title}
      onClose={onClose}
      extra={
        <Button onClick={() => void navigate(again)} data-testid="own-duplicate">
          {t("own.duplicate")}
        </Button>
      }
      data-testid="own-detail"
    >
      <Detail id={line.id} />
    </Drawer>
  );
}

function Detail({ id }: { id: string }) {
  const { t } = useTranslation("affiliate");
  const found = useDesk("own_campaign_get", { campaign_id: id });
  if (found.isError) return <Failed error={found.error} />;
  if (!found.data) return <BlockSkeleton />;
  const { campaign } = found.data;
  return (
    <Stack>
      {campaign.terms.description !== "" && <p>{campaign.terms.description}</p>}
      <Terms campaign={campaign} />
      <Card title={t("own.columns.partners")}>
        {campaign.joined.length === 0 ? (
          t("own.nobody")
        ) : (
          <ul className="pd-affiliate-words" data-testid="own-partners-joined">
            {campaign.joined.map(({ partner, at }) => (
              <li key={partner}>
                {partner} · <InstantText value={at} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
}

function Terms({ campaign: { terms, published_at } }: { campaign: OwnCampaign }) {
  const { t, i18n } = useTranslation("affiliate");
  const { openness, preferences } = terms;
  const listed = (words: string[]) => new Intl.ListFormat(i18n.language).format(words);
  const words = (text: string) => (text === "" ? <NoValue /> : text);
  const shown = {
    published: <InstantText value={published_at} />,
    registration: <PeriodText {...terms.registration} />,
    running: <PeriodText {...terms.running} />,
    rate: <PercentText value={terms.rate} />,
    products: <CountText value={terms.products.length} />,
    openness: openness.kind === "all_partners" ? t("own.allPartners") : listed(openness.partners),
    followers: <CountText value={preferences.followers_at_least} />,
    formats: words(listed(preferences.formats.map((format) => t(`own.format.${format}`)))),
    wishes: words(preferences.wishes),
  };
  const labels: Record<keyof typeof shown, string> = {
    published: t("own.publishedAt"),
    registration: t("own.registration"),
    running: t("own.running"),
    rate: t("join.rate"),
    products: t("join.products"),
    openness: t("own.openness"),
    followers: t("own.followers"),
    formats: t("own.formats"),
    wishes: t("own.wishes"),
  };
  const keys = Object.keys(shown) as (keyof typeof shown)[];
  return (
    <KeyValues
      testId="own-terms"
      items={keys.map((key) => ({ key, label: labels[key], value: shown[key] }))}
    />
  );
}
