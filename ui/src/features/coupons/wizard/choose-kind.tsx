// Which type of coupon: what each is for, in the platform's words.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type CouponKind, useDesk, useDeskAction } from "../../../bridge";
import { Card, CardGrid } from "../../../kit/card";
import { PageHeader } from "../../../kit/page-header";
import { useShopTerms } from "../../../kit/shop-terms";
import { BlockSkeleton } from "../../../kit/skeletons";
import { problemText, useToast } from "../../../kit/toast";
import { kinds, pathToCouponDraft } from "../parts";
import { pathToList } from "../use-sought";
import type { Handed } from "./use-form";

export function ChooseKindPage() {
  const { t } = useTranslation("coupons");
  const navigate = useNavigate();
  const toast = useToast();
  const begin = useDeskAction("coupon_template", {
    invalidates: [],
    onDone: (form) =>
      void navigate(pathToCouponDraft(form.draft.id), { state: { form } satisfies Handed }),
    onRefused: (error) => toast.problem(error),
  });
  return (
    <div data-testid="coupon-kinds">
      <PageHeader
        back={{ label: t("title"), to: pathToList() }}
        title={t("choose.title")}
        subtitle={t("choose.text")}
      />
      <div className="pd-coupon-kinds">
        <CardGrid min={300}>
          {kinds.map((kind) => (
            <KindCard
              key={kind}
              kind={kind}
              busy={begin.isPending}
              onChoose={() => begin.run({ kind })}
            />
          ))}
        </CardGrid>
      </div>
    </div>
  );
}

function KindCard({
  kind,
  busy,
  onChoose,
}: {
  kind: CouponKind;
  busy: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation(["coupons", "kit"]);
  const { language } = useShopTerms();
  const template = useDesk("coupon_template", { kind });
  if (template.isError) {
    return (
      <Card title={t(`coupons:kinds.${kind}`)}>
        {problemText(template.error, t("kit:toast.bug"))}
      </Card>
    );
  }
  if (!template.data) return <BlockSkeleton />;
  const { name, about, fields } = template.data.shape;
  const listed = (names: string[]) => new Intl.ListFormat(language).format(names);
  return (
    <Card title={name} testId={`kind-card-${kind}`}>
      <div className="pd-coupon-kind">
        <p>{about}</p>
        <p className="pd-coupon-quiet">{listed(fields.map((field) => field.name))}</p>
        <div>
          <Button
            disabled={busy}
            onClick={onChoose}
            aria-label={t("coupons:choose.named", { name })}
            data-testid={`kind-${kind}`}
          >
            {t("coupons:choose.choose")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
