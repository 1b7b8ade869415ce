// Coupons that the plan did not create: how many are live, and the way to them.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { CouponCounts } from "../../bridge";
import { Row } from "../../kit/card";
import { Notice } from "../../kit/notice";
import { pathTo } from "../../kit/places";

export function UnplannedNotice({
  counts,
  shown,
  onShow,
}: {
  counts: CouponCounts;
  /** Whether the list shows them alone. */
  shown: boolean;
  onShow: (only: boolean) => void;
}) {
  const { t } = useTranslation("coupons");
  const navigate = useNavigate();
  if (counts.unplanned === 0 && !shown) return null;
  return (
    <Notice
      tone={counts.unplanned === 0 ? "good" : "warn"}
      title={t("unplanned.title", { count: counts.unplanned })}
      testId="coupons-unplanned"
      action={
        <Row>
          <Button
            size="small"
            onClick={() => void navigate(pathTo("coupons", "addon"))}
            data-testid="addon-record"
          >
            {t("addon.record")}
          </Button>
          <Button size="small" onClick={() => onShow(!shown)} data-testid="show-unplanned">
            {t(shown ? "showAll" : "unplanned.show")}
          </Button>
        </Row>
      }
    >
      <div>
        {counts.addon > 0 && <p>{t("unplanned.addon", { count: counts.addon })}</p>}
        <p>{t("unplanned.text")}</p>
      </div>
    </Notice>
  );
}
