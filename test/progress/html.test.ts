import { describe, expect, it } from "vitest";
import { render } from "../../src/render/progress/index.ts";
import { candidat, fiche, parcours, suivre } from "./cas.ts";

const page = (...args: Parameters<typeof suivre>) => render(suivre(...args), { format: "html" });

describe("la page", () => {
  it("ne demande rien au réseau, et se l'interdit", async () => {
    const html = await page("2025-03-01", [parcours()], [fiche()]);
    expect(html).toContain("default-src &#39;none&#39;");
    expect(html).not.toMatch(/(src|href)=|url\(|@import|https?:/);
  });

  it("dit chaque barre en toutes lettres", async () => {
    const html = await page("2024-12-02", [parcours({ contrat: { transmis_opco_le: "2024-09-04" } })]);
    expect(html).toContain(">Mise en œuvre, en retard : du 2 septembre 2024 au 1er mars 2026. <");
    expect(html).toContain("<strong>employeur</strong>, depuis le 2 novembre 2024 : Examiner l&#39;adéquation");
    expect(html).not.toContain(">Évaluation, à venir");
  });

  it("ne se laisse pas injecter", async () => {
    const html = await page("2025-03-01", [parcours({ identifiant: `<script>alert("x")</script>'"&` })]);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&quot;&amp;");
  });

  it("tient debout sans parcours, sans date, sans retard", async () => {
    expect(await page("2025-03-01", [], [fiche()])).toContain("Aucune échéance en retard.");
    expect(await page("2025-03-01", [candidat()])).toContain("1 parcours, 0 fiche projet.");
  });
});
