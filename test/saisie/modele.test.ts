import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Kind, shapeErrors } from "../../src/dispositif/forme.ts";
import { champsDe } from "../../src/saisie/champs.ts";
import { modele } from "../../src/saisie/modele.ts";
import { formes } from "../modeles.ts";

/** Takes the sign of comments away, as a person does, from the lines that begin a key or an element. */
const decommente = (texte: string) => texte.replaceAll(/^( *)# ( *(?:- )?\w+:)/gm, "$1$2");

describe.each<Kind>(["fiche", "parcours"])("le modèle d'un document : %s", (kind) => {
  const texte = modele(formes[kind], []);

  it("ne comporte, tel quel, que ce qui est obligatoire, et vide", () => {
    const required = shapeErrors(formes[kind], parse(texte)).map(({ keyword }) => keyword);
    expect(new Set(required)).not.toContain("additionalProperties");
    expect(texte).not.toMatch(/undefined|\[object/);
  });

  it("donne pour chaque clé, une fois le « # » retiré, un exemple que le schéma accepte", () => {
    const data: unknown = parse(decommente(texte));
    const reproches = shapeErrors(formes[kind], data).filter(
      ({ instancePath }) => !/^\/(identifiant|fiche|porteur|beneficiaire)(\/|$)/.test(instancePath),
    );
    expect(reproches).toEqual([]);
  });

  it("montre chaque champ du schéma", () => {
    for (const { chemin } of champsDe(formes[kind])) expect(texte).toMatch(new RegExp(`^[ #-]*${chemin.at(-1)}:`, "m"));
  });
});
