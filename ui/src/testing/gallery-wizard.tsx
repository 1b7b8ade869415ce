// A wizard of three steps over a made-up draft: `?fake=wizard`.
import { Input } from "antd";
import { useState } from "react";
import { finding } from "../bridge/samples";
import { Stack } from "../kit/card";
import { Field } from "../kit/field";
import { KeyValues } from "../kit/key-values";
import { MoneyField } from "../kit/number-fields";
import { MoneyText } from "../kit/values";
import { AcknowledgeWarnings, ReviewSection, Wizard } from "../wizard";

const findings = [
  finding({ field: "price" }),
  finding({
    rule: "RG-13",
    title: "Little campaign stock",
    grade: "warn",
    field: "stock",
    repair: [],
  }),
];

export function GalleryWizard() {
  const [step, setStep] = useState("terms");
  const [price, setPrice] = useState<string | null>("21.50 USD");
  const [acknowledged, setAcknowledged] = useState<string[]>([]);
  return (
    <main className="pd-page" style={{ height: "100%" }}>
      <Wizard
        title="Register products"
        subtitle="Black Friday 2026, open until Nov 20."
        current={step}
        onStep={setStep}
        findings={findings}
        onRepair={() => setPrice("19.99 USD")}
        finishLabel="Submit"
        onFinish={() => undefined}
        canFinish={acknowledged.length > 0}
        onClose={() => undefined}
        kept
        steps={[
          {
            key: "terms",
            title: "Campaign and terms",
            text: "What the campaign asks, as its page says.",
            content: (
              <Field label="Note" optional>
                {(control) => <Input {...control} defaultValue="First try" />}
              </Field>
            ),
          },
          {
            key: "prices",
            title: "Prices",
            paths: ["price"],
            content: (
              <Field label="Campaign price" path="price">
                {(control) => <MoneyField {...control} value={price} onChange={setPrice} />}
              </Field>
            ),
          },
          { key: "stock", title: "Stock", paths: ["stock"], content: null, locked: true },
          {
            key: "review",
            title: "Review",
            content: (
              <Stack>
                <ReviewSection title="Prices" onChange={() => setStep("prices")}>
                  <KeyValues
                    items={[
                      { key: "price", label: "Campaign price", value: <MoneyText value={price} /> },
                    ]}
                  />
                </ReviewSection>
                <AcknowledgeWarnings
                  findings={findings}
                  acknowledged={acknowledged}
                  onChange={setAcknowledged}
                />
              </Stack>
            ),
          },
        ]}
      />
    </main>
  );
}
