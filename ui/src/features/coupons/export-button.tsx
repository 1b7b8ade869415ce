// Writing the coupons that the list shows, and their codes, to a CSV file.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type CouponFilter, pickSave, useDeskAction } from "../../bridge";
import { sentences } from "../../kit/sentences";
import { useToast } from "../../kit/toast";

export function ExportButton({ filter }: { filter: CouponFilter }) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const action = useDeskAction("coupon_export", {
    invalidates: [],
    onDone: ({ rows, path, notes }) =>
      toast.done(t("exported", { count: rows }), {
        detail: `${path} ${sentences(...notes)}`.trim(),
      }),
    onRefused: (error) => toast.problem(error),
  });
  const write = async () => {
    try {
      const path = await pickSave("csv", `${t("exportName")}.csv`, t("exportTitle"));
      if (path !== null) action.run({ filter, path });
    } catch (thrown) {
      toast.problem(thrown);
    }
  };
  return (
    <Button onClick={write} loading={action.isPending} data-testid="coupon-export">
      {t("export")}
    </Button>
  );
}
