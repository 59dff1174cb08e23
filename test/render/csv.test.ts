import { describe, expect, it } from "vitest";
import { csv } from "../../src/render/csv.ts";

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
    for (const debut of ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", " =1"]) {
      expect(csv(["a"], [[debut]])).toBe(`\uFEFFa\r\n'${debut}\r\n`);
    }
  });
});
