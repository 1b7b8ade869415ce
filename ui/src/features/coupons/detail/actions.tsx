// What can be done with a coupon now; the desk says what.
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { type CouponDetail, useDeskAction } from "../../../bridge";
import { pathTo } from "../../../kit/places";
import { useToast } from "../../../kit/toast";
import { pathToCouponDraft, pathToWho } from "../parts";
import type { Handed } from "../wizard/use-form";
import { DoDialog, type Doing } from "./do-dialog";

export function Actions({ detail }: { detail: CouponDetail }) {
  const { t } = useTranslation("coupons");
  const navigate = useNavigate();
  const toast = useToast();
  const [doing, setDoing] = useState<Doing>();
  const duplicate = useDeskAction("coupon_duplicate", {
    onDone: (form) =>
      void navigate(pathToCouponDraft(form.draft.id), { state: { form } satisfies Handed }),
    onRefused: (error) => toast.problem(error),
  });
  const { coupon, line, may } = detail;
  return (
    <>
      {may.deactivate && (
        <Button type="text" onClick={() => setDoing("deactivate")} data-testid="coupon-deactivate">
          {t(line.state === "upcoming" ? "detail.cancel" : "detail.deactivate")}
        </Button>
      )}
      {may.send && (
        <Button onClick={() => setDoing("send")} data-testid="coupon-send">
          {t("detail.send")}
        </Button>
      )}
      <Button
        onClick={() => void navigate(pathToWho({ coupon: coupon.id }))}
        data-testid="coupon-who"
      >
        {t("detail.who")}
      </Button>
      <Button
        loading={duplicate.isPending}
        onClick={() => duplicate.run({ coupon_id: coupon.id })}
        data-testid="coupon-duplicate"
      >
        {t("detail.duplicate")}
      </Button>
      {may.edit.length > 0 && (
        <Button
          type="primary"
          onClick={() => void navigate(pathTo("coupons", "coupon", coupon.id, "edit"))}
          data-testid="coupon-edit"
        >
          {t("detail.edit")}
        </Button>
      )}
      {doing && (
        <DoDialog
          doing={doing}
          couponId={coupon.id}
          name={line.name}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}
