/** 清溪县 → 清溪, Qingxi County → Qingxi: the masthead names the place, not its rank. */
export const siteNameOf = (name: string): string =>
  name.replace(/(县|市|区|旗|自治县)$/, '').replace(/ (County|City|District)$/, '') || name;
