import { formatDay } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "demarche-dates",
  famille: "commun",
  scope: "demarche",
  severity: "error",
  summary: "Une formation de la démarche finit au plus tôt le jour où elle commence.",
  references: ["panorama-demarche"],
  *check({ formations = [] }) {
    for (const [rang, { du, au }] of formations.entries()) {
      if (au >= du) continue;
      yield {
        at: ["formations", rang, "au"],
        message: `La formation finit le ${formatDay(au)}, avant d'avoir commencé (${formatDay(du)}).`,
      };
    }
  },
});
