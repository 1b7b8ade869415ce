// Saving the shop: what is still empty and what the desk refuses is said beside its field.
import { useTranslation } from "react-i18next";
import { useDeskAction } from "../../bridge";
import { useToast } from "../toast";
import { type ShopDraft, type ShopProblem, shopOf, shopProblem } from "./shop-draft";

export function useShopSave(onSaved: () => void, show: (problem: ShopProblem) => void) {
  const { t } = useTranslation("shop-form");
  const toast = useToast();
  const action = useDeskAction("shop_save", {
    onDone: onSaved,
    onRefused: (error) => {
      const found = shopProblem(error);
      if (found) show(found);
      else toast.problem(error);
    },
  });
  return {
    saving: action.isPending,
    save: (draft: ShopDraft) => {
      const shop = shopOf(draft);
      if (shop) action.run({ shop });
    },
    /** Says that this field wants an entry first. */
    sayEmpty: (field: string) => {
      const words = field === "name" ? "emptyName" : "empty";
      show({ field, what: t(`${words}.what`), action: t(`${words}.action`) });
    },
  };
}
