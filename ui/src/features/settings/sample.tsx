// The sample shop: in, and back to one's own.
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type DeskState, useDeskAction } from "../../bridge";
import { Card } from "../../kit/card";
import { useToast } from "../../kit/toast";

export function Sample({ desk }: { desk: DeskState }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const onRefused = (error: unknown) => toast.problem(error);
  const open = useDeskAction("sample_open", { onRefused });
  const leave = useDeskAction("sample_leave", { onRefused });
  return (
    <Card
      title={t("sample")}
      text={t(desk.is_sample ? "sampleInText" : "sampleText")}
      extra={
        desk.is_sample ? (
          <Button
            onClick={() => leave.run({})}
            loading={leave.isPending}
            data-testid="sample-leave"
          >
            {t(desk.has_own_shop ? "sampleLeave" : "sampleLeaveToSetUp")}
          </Button>
        ) : (
          <Button onClick={() => open.run({})} loading={open.isPending} data-testid="sample-open">
            {t("sampleOpen")}
          </Button>
        )
      }
    />
  );
}
