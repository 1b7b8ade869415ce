// The first start: a shop of one's own, or the sample shop.
import { AppstoreAddOutlined, ShopOutlined } from "@ant-design/icons";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeskAction } from "../../bridge";
import { useToast } from "../../kit/toast";
import { SetUp } from "./set-up";
import "./welcome.css";

export default function Welcome() {
  const [settingUp, setSettingUp] = useState(false);
  return settingUp ? (
    <SetUp onBack={() => setSettingUp(false)} />
  ) : (
    <FirstChoice onSetUp={() => setSettingUp(true)} />
  );
}

function FirstChoice({ onSetUp }: { onSetUp: () => void }) {
  const { t } = useTranslation("welcome");
  const toast = useToast();
  const sample = useDeskAction("sample_open", { onRefused: (error) => toast.problem(error) });
  return (
    <div className="pd-welcome" data-testid="welcome">
      <h1>{t("title")}</h1>
      <p className="pd-welcome-text">{t("text")}</p>
      <div className="pd-welcome-ways">
        <Way
          icon={<ShopOutlined />}
          title={t("setUp")}
          text={t("setUpText")}
          onPick={onSetUp}
          disabled={sample.isPending}
          testId="welcome-set-up"
        />
        <Way
          icon={<AppstoreAddOutlined />}
          title={sample.isPending ? t("opening") : t("sample")}
          text={t("sampleText")}
          onPick={() => sample.run({})}
          disabled={sample.isPending}
          busy={sample.isPending}
          testId="welcome-sample"
        />
      </div>
      <p className="pd-welcome-foot">{t("independent")}</p>
    </div>
  );
}

function Way({
  icon,
  title,
  text,
  onPick,
  disabled,
  busy = false,
  testId,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  onPick: () => void;
  disabled: boolean;
  busy?: boolean;
  testId: string;
}) {
  return (
    <button
      type="button"
      className="pd-welcome-way"
      onClick={onPick}
      disabled={disabled}
      aria-busy={busy}
      data-testid={testId}
    >
      <span className="pd-welcome-icon" aria-hidden="true">
        {icon}
      </span>
      <strong>{title}</strong>
      <span>{text}</span>
    </button>
  );
}
