// The platform refused a code that nobody could know to be taken: noted, so that it is not tried again.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useDeskAction } from "../../../bridge";
import { useToast } from "../../../kit/toast";

export function TakenCode({ code }: { code: string }) {
  const { t } = useTranslation("coupons");
  const toast = useToast();
  const action = useDeskAction("coupon_code_taken", {
    onDone: () => toast.done(t("code.noted"), { undo: true }),
    onRefused: (error) => toast.problem(error),
  });
  return (
    <Button
      size="small"
      type="text"
      loading={action.isPending}
      onClick={() => action.run({ claim_code: code, taken: true })}
      data-testid="coupon-code-taken"
    >
      {t("code.refused")}
    </Button>
  );
}
