import { describe, expect, it } from "vitest";
import { csv, plainCsv } from "../../src/render/csv.ts";

describe("un CSV pour tableur français", () => {
  it("porte la marque UTF-8, des points-virgules, des virgules décimales, des CRLF", () => {
    expect(
      csv(
        ["nom", "montant"],
        [
          ["Été", 1234.5],
          [undefined, -3],
        ],
      ),
    ).toBe("\uFEFFnom;montant\r\nÉté;1234,5\r\n;-3\r\n");
  });

  it("entoure de guillemets ce qui romprait une ligne", () => {
    expect(csv(["a"], [["x;y"], ['dit "oui"'], ["deux\nlignes"]])).toBe('\uFEFFa\r\n"x;y"\r\n"dit ""oui"""\r\n"deux\nlignes"\r\n');
  });

  it("garde en texte ce qui passerait pour une formule", () => {
    const debuts = ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", " =1"];
    const caches = ["\u200b=1", "\ufeff@A1", "\u00ad+1", "\u3164=1", "\u202e-1"];
    const larges = ["＝1+1", "＋33", "－2", "＠SUM(A1)", "\u200b＝1"];
    for (const debut of [...debuts, ...caches, ...larges]) {
      expect(csv(["a"], [[debut]])).toBe(`\uFEFFa\r\n'${debut}\r\n`);
      expect(plainCsv(["a"], [[debut]])).toBe(`a\r\n'${debut}\r\n`);
    }
  });
});
