import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSiret, isSiret } from "../../src/validate/siret.ts";

const findings = (siret: string | undefined) => [...checkSiret(["siret"], siret)];

describe("la clé d'un SIRET", () => {
  it("suit la formule de Luhn sur le SIREN et sur les quatorze chiffres", () => {
    expect(isSiret("90000000100017")).toBe(true);
    expect(isSiret("73282932000074")).toBe(true);
    expect(isSiret("90000000100018")).toBe(false);
  });

  it("refuse un numéro dont seul le total de quatorze chiffres est juste", () => {
    expect(isSiret("12345678900007")).toBe(false);
  });

  it("admet les établissements de La Poste, dont la somme des chiffres est un multiple de 5, et son siège, qui suit Luhn", () => {
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
  });

  it("refuse quatorze zéros, bien que la formule les admette", () => {
    expect(isSiret("00000000000000")).toBe(false);
  });

  it("dénonce toute erreur sur un seul chiffre, La Poste mise à part", () => {
    const juste = "90000000100017";
    fc.assert(
      fc.property(fc.nat(13), fc.nat(9), (place, chiffre) => {
        const saisi = `${juste.slice(0, place)}${chiffre}${juste.slice(place + 1)}`;
        expect(isSiret(saisi)).toBe(saisi === juste);
      }),
    );
  });
});

describe("le message sur un SIRET faux", () => {
  it("donne la clé attendue quand le SIREN est juste", () => {
    expect(findings("90000000100018").map(({ message }) => message)).toEqual([
      "Le SIRET 90000000100018 est faux : sa clé de contrôle devrait être 7, et non 8.",
    ]);
  });

  it("nomme le SIREN quand c'est lui qui est faux", () => {
    expect(findings("12345678900015").map(({ message }) => message)).toEqual([
      "Le SIRET 12345678900015 est faux : ses neuf premiers chiffres (123456789) ne forment pas un numéro SIREN.",
    ]);
  });

  it("ne dit rien d'un SIRET juste ou absent", () => {
    expect([...findings("90000000100017"), ...findings(undefined)]).toEqual([]);
  });
});
