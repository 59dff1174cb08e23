import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { Parcours } from "../../src/generated/parcours.ts";
import { render } from "../../src/render/progress/index.ts";
import { fiche, parcours, suivre } from "./cas.ts";

const accordee = fiche({ complete_le: "2024-03-08", avis: "favorable", avis_le: "2024-04-20", parcours_accordes: 5 });
const calendrier = (date: string, dossier: Parcours[] = [parcours()]) => render(suivre(date, dossier, [accordee]), { format: "ics" });
const evenements = (texte: string) =>
  new ICAL.Component(ICAL.parse(texte)).getAllSubcomponents("vevent").map((vevent) => new ICAL.Event(vevent, { strictExceptions: true }));
const trouver = (texte: string, uid: string) => {
  const trouve = evenements(texte).find((evenement) => evenement.uid === uid);
  if (trouve === undefined) throw new Error(`pas d'événement ${uid}`);
  return trouve;
};
const adequation = "FICHE-1/CAS-1/adequation@cpro";

/** What RFC 5545 asks of each line, checked on the bytes, by code that shares nothing with what writes them. */
function fautes(texte: string): string[] {
  const brutes = texte.split("\r\n");
  const lignes = texte.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  const ouvertes: string[] = [];
  const trouvees = [
    ...(texte.endsWith("\r\n") ? [] : ["dernière ligne sans CRLF"]),
    ...(/[^\r]\n|\r[^\n]/.test(texte) ? ["fin de ligne qui n'est pas CRLF"] : []),
    ...brutes.filter((ligne) => Buffer.byteLength(ligne) > 75).map((ligne) => `plus de 75 octets : ${ligne}`),
    ...lignes.filter((ligne) => /\p{Cc}/u.test(ligne.replaceAll("\t", ""))).map((ligne) => `caractère de commande : ${ligne}`),
    ...lignes.filter((ligne) => !/^[A-Z][A-Z0-9-]*(;[A-Z-]+=[^:;]+)*:/.test(ligne)).map((ligne) => `pas une propriété : ${ligne}`),
  ];
  for (const ligne of lignes) {
    const [, bout, nom = ""] = /^(BEGIN|END):(.+)$/.exec(ligne) ?? [];
    if (bout === "BEGIN") ouvertes.push(nom);
    if (bout === "END" && ouvertes.pop() !== nom) trouvees.push(`${ligne} ne ferme rien`);
  }
  return [...trouvees, ...ouvertes.map((nom) => `${nom} reste ouvert`)];
}

describe("le calendrier (RFC 5545)", () => {
  it("n'a aucune faute de ligne, quels que soient les textes du dossier", async () => {
    const dur = parcours({ identifiant: `É;,\\"\u0007${"œ🎓".repeat(60)}\nBEGIN:VEVENT` });
    for (const texte of [await calendrier("2024-09-03"), await calendrier("2024-09-03", [dur])]) {
      expect(fautes(texte)).toEqual([]);
      expect(evenements(texte)).toHaveLength(9);
    }
  });

  it("se lit : chaque échéance est un jour entier, avec ce que le règlement exige", async () => {
    const texte = await calendrier("2024-09-03");
    for (const evenement of evenements(texte)) {
      expect(evenement.startDate.isDate).toBe(true);
      expect(evenement.component.getFirstPropertyValue("dtstamp")?.toString()).toBe("2024-09-03T00:00:00Z");
      expect(evenement.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    }
    const un = trouver(texte, adequation);
    expect(un.startDate.toString()).toBe("2024-11-02");
    expect(un.summary).toBe("CAS-1 · Examiner l'adéquation du programme avec les acquis (employeur)");
    // 2 November 2024 is a Saturday.
    expect(un.description).toBe(
      [
        "Parcours CAS-1, fiche projet FICHE-1.",
        "À faire par : employeur.",
        "Ce jour n'est pas ouvré ; le suivant est le 4 novembre 2024.",
        "Source : Code du travail, art. D. 6325-13.",
      ].join("\n"),
    );
  });

  it("prévient une semaine avant ce qui est à faire, et cela seulement", async () => {
    const alarmes = async (date: string) => trouver(await calendrier(date), adequation).component.getAllSubcomponents("valarm");
    const [alarme] = await alarmes("2024-11-02");
    expect(alarme?.getFirstPropertyValue("trigger")?.toString()).toBe("-P7D");
    expect(alarme?.getFirstPropertyValue("action")).toBe("DISPLAY");
    expect(await alarmes("2024-11-03")).toEqual([]);
  });

  it("importé de nouveau, met à jour : mêmes UID, séquence qui croît, fait ou annulé", async () => {
    const [avant, apres] = [await calendrier("2024-11-01"), await calendrier("2024-11-03")];
    expect(evenements(apres).map(({ uid }) => uid)).toEqual(expect.arrayContaining(evenements(avant).map(({ uid }) => uid)));
    expect(new Set(evenements(apres).map(({ uid }) => uid)).size).toBe(evenements(apres).length);
    expect(trouver(apres, adequation).sequence).toBe(trouver(avant, adequation).sequence + 2);
    expect(trouver(apres, adequation).summary).toMatch(/^En retard : CAS-1 · /);
    const fait = parcours({ phases: { mise_en_oeuvre: { adequation_le: "2024-10-15" } } });
    expect(trouver(await calendrier("2024-11-03", [fait]), adequation).summary).toMatch(/^Fait : /);
    const rompu = parcours({ contrat: { rupture: { le: "2024-10-15" } } });
    const annule = trouver(await calendrier("2024-11-03", [rompu]), adequation).component.getFirstPropertyValue("status");
    expect(annule).toBe("CANCELLED");
  });

  it("distingue les semestres, et deux parcours de même nom sous deux fiches", async () => {
    const deux = [parcours(), { ...parcours(), fiche: "FICHE-2" }];
    const uids = evenements(await calendrier("2025-01-10", deux)).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids).toEqual(
      expect.arrayContaining(["FICHE-1/transmission-semestrielle/2024-S2@cpro", "FICHE-1/transmission-semestrielle/2025-S1@cpro"]),
    );
  });

  it("est le même pour la même date", async () => {
    expect(await calendrier("2025-03-01")).toBe(await calendrier("2025-03-01"));
  });
});
