/**
 * The formulas of `clusterTco` and `cloudBreakEven` in careful plain JavaScript: what the module is
 * measured against. The results are those of the module, object for object; inputs are believed, but
 * for the bounds that `batch` checks there as well.
 */

const HOURS = 8760;

const OWNERSHIP = {
  gpus: 1000,
  gpusPerServer: 8,
  gpuPrice: 37000,
  hostPricePerGpu: 0,
  networkPricePerGpu: 0,
  storagePricePerGpu: 0,
  siteCapex: 5e6,
  years: 5,
  residualFraction: 0,
  operationsFraction: 0.2,
  maintenanceFraction: 0,
  staffCount: 0,
  staffCost: 150000,
  wageGrowth: 0,
  colocationPerKwMonth: 0,
  softwarePerGpuYear: 0,
  itKwPerGpu: 1.275,
  idlePowerFraction: 0.35,
  pue: 1.3,
  electricityPrice: 0,
  electricityGrowth: 0,
  carbonIntensity: 0.37,
  utilization: 0.7,
  discountRate: 0.1,
  annualization: "annuity",
  timing: "end",
};

/** An object whose fields V8 keeps at fixed places: spreading many makes a slow one. */
const fast = (object) => JSON.parse(JSON.stringify(object));

const CLUSTER = fast({ ...OWNERSHIP, densePflops: null, tokensPerSecond: null });

const CLOUD = fast({
  ...OWNERSHIP,
  cloudRate: 7,
  cloudBilling: "used",
  cloudRateDecline: 0,
  cloudOverheadFraction: 0,
});

function firstFactor(timing, rate) {
  if (timing === "end") return 1 / (1 + rate);
  return timing === "mid" ? 1 / Math.sqrt(1 + rate) : 1;
}

function annuityFactor(rate, growth, years, timing) {
  const step = (1 + growth) / (1 + rate);
  let term = firstFactor(timing, rate);
  let sum = 0;
  for (let year = 0; year < years; year++) {
    sum += term;
    term *= step;
  }
  return sum;
}

function discountFactor(rate, years) {
  let factor = 1;
  for (let year = 0; year < years; year++) factor /= 1 + rate;
  return factor;
}

function costs(own) {
  const { discountRate, years, timing } = own;
  const installed = Math.ceil(own.gpus / own.gpusPerServer) * own.gpusPerServer;
  const hardware =
    installed *
    (own.gpuPrice + own.hostPricePerGpu + own.networkPricePerGpu + own.storagePricePerGpu);
  const capital = hardware + own.siteCapex;
  const residual = hardware * own.residualFraction;
  const itKw = installed * own.itKwPerGpu;
  const annuity = annuityFactor(discountRate, 0, years, timing);
  const growing = (growth) =>
    growth === 0 ? annuity : annuityFactor(discountRate, growth, years, timing);
  return {
    installed,
    itKw,
    hardware,
    capital,
    residual,
    residualValue: residual * discountFactor(discountRate, years),
    colocation: itKw * own.colocationPerKwMonth * 12,
    operations: own.operationsFraction * capital,
    maintenance: own.maintenanceFraction * hardware,
    software: own.softwarePerGpuYear * installed,
    staff: own.staffCount * own.staffCost,
    fullEnergy: itKw * own.pue * HOURS * own.electricityPrice,
    annuity,
    energyAnnuity: growing(own.electricityGrowth),
    staffAnnuity: growing(own.wageGrowth),
    capitalCharge:
      own.annualization === "annuity"
        ? 1 / annuity
        : own.annualization === "straightLine"
          ? 1 / years
          : 1 / years + discountRate / 2,
  };
}

const load = (own, utilization) =>
  own.idlePowerFraction + (1 - own.idlePowerFraction) * utilization;

const constant = (cost) => cost.colocation + cost.operations + cost.maintenance + cost.software;

const operatingValue = (own, cost, utilization) =>
  cost.annuity * constant(cost) +
  cost.energyAnnuity * cost.fullEnergy * load(own, utilization) +
  cost.staffAnnuity * cost.staff;

const annualCost = (own, cost, utilization) =>
  (cost.capital - cost.residualValue) * cost.capitalCharge +
  operatingValue(own, cost, utilization) / cost.annuity;

export function clusterTco(given) {
  const own = { ...CLUSTER, ...given };
  const { years, utilization, discountRate } = own;
  const cost = costs(own);
  const reasons = {};
  const columns = Array.from({ length: 8 }, () => new Float64Array(years + 1));
  const [year, capital, energies, staffs, operatings, residuals, cumulative, values] = columns;
  let energy = cost.fullEnergy * load(own, utilization);
  let staff = cost.staff;
  let sum = 0;
  let soFar = cost.capital;
  let value = cost.capital;
  let factor = firstFactor(own.timing, discountRate);
  capital[0] = cumulative[0] = values[0] = cost.capital;
  for (let at = 1; at <= years; at++) {
    const operating = constant(cost) + energy + staff;
    const last = at === years;
    sum += operating;
    soFar += operating - (last ? cost.residual : 0);
    value += operating * factor - (last ? cost.residualValue : 0);
    factor /= 1 + discountRate;
    year[at] = at;
    energies[at] = energy;
    staffs[at] = staff;
    operatings[at] = operating;
    residuals[at] = last ? cost.residual : 0;
    cumulative[at] = soFar;
    values[at] = value;
    energy *= 1 + own.electricityGrowth;
    staff *= 1 + own.wageGrowth;
  }
  const annual = annualCost(own, cost, utilization);
  const available = annual / (own.gpus * HOURS);
  const used = utilization > 0 ? available / utilization : null;
  if (used === null) reasons.costPerGpuHourUsed = "noUse";
  const per = (name, amount) => {
    if (used !== null && amount !== null) return used / amount;
    reasons[name] = amount === null ? "notGiven" : "noUse";
    return null;
  };
  const tokens = own.tokensPerSecond;
  const kwh = cost.itKw * own.pue * HOURS * load(own, utilization);
  const parts = [
    cost.hardware,
    cost.capital - cost.hardware,
    cost.energyAnnuity * cost.fullEnergy * load(own, utilization),
    cost.annuity * cost.colocation,
    cost.annuity * cost.operations,
    cost.annuity * cost.maintenance,
    cost.staffAnnuity * cost.staff,
    cost.annuity * cost.software,
  ];
  let all = 0;
  for (const part of parts) all += part;
  const part = (index) => ({
    presentValue: parts[index],
    share: all > 0 ? parts[index] / all : null,
  });
  return {
    capital: cost.capital,
    hardware: cost.hardware,
    installedGpus: cost.installed,
    total: cost.capital + sum - cost.residual,
    presentValue: cost.capital + operatingValue(own, cost, utilization) - cost.residualValue,
    annualCost: annual,
    costPerGpuHourUsed: used,
    costPerGpuHourAvailable: available,
    costPerPflopHour: per("costPerPflopHour", own.densePflops),
    costPerMillionTokens: per(
      "costPerMillionTokens",
      tokens === null ? null : (tokens * 3600) / 1e6,
    ),
    energyKwhPerYear: kwh,
    energyMwhPerYear: kwh / 1000,
    itMw: cost.itKw / 1000,
    facilityMw: (cost.itKw * own.pue) / 1000,
    co2TonnesPerYear: (kwh * own.carbonIntensity) / 1000,
    reasons,
    parts: {
      hardware: part(0),
      site: part(1),
      energy: part(2),
      colocation: part(3),
      operations: part(4),
      maintenance: part(5),
      staff: part(6),
      software: part(7),
      residual: {
        presentValue: -cost.residualValue,
        share: all > 0 ? -cost.residualValue / all : null,
      },
    },
    schedule: {
      year,
      capital,
      energy: energies,
      staff: staffs,
      operating: operatings,
      residual: residuals,
      cumulative,
      presentValue: values,
    },
    input: own,
    modelVersion: "3",
  };
}

/** Rent less running cost of each year, discounted, until the capital is paid back. */
function payback(own, cost, firstRent, rate) {
  let open = cost.capital;
  if (open <= 0) return 0;
  let energy = cost.fullEnergy * load(own, own.utilization);
  let staff = cost.staff;
  let rent = firstRent;
  let factor = firstFactor(own.timing, rate);
  for (let start = 0; start < 12 * own.years; start += 12) {
    const flow = (rent - (constant(cost) + energy + staff)) * factor;
    if (flow >= open) return start + (12 * open) / flow;
    open -= flow;
    factor /= 1 + rate;
    rent *= 1 - own.cloudRateDecline;
    energy *= 1 + own.electricityGrowth;
    staff *= 1 + own.wageGrowth;
  }
  return null;
}

function compare(own, cost, reasons) {
  const { gpus, utilization, discountRate, years, timing } = own;
  const known = (name, value, reason) => {
    if (value === null) reasons[name] = reason;
    return value;
  };
  const hours = gpus * HOURS * (1 + own.cloudOverheadFraction);
  const full = gpus * HOURS * (own.cloudRate * (1 + own.cloudOverheadFraction));
  const annuity = annuityFactor(discountRate, -own.cloudRateDecline, years, timing);
  const reserved = own.cloudBilling === "reserved";
  const paid = reserved ? 1 : utilization;
  const annualOwn = annualCost(own, cost, utilization);
  const rentValue = full * annuity * paid;
  const annualRent = rentValue / cost.annuity;
  let raw = null;
  let why = "rentIndependentOfUse";
  if (!reserved) {
    const energy =
      (cost.fullEnergy * (1 - own.idlePowerFraction) * cost.energyAnnuity) / cost.annuity;
    const perUse = (full * annuity) / cost.annuity - energy;
    why = "energyAboveRent";
    if (perUse > 0) raw = annualCost(own, cost, 0) / perUse;
  }
  const breakEven = raw !== null && raw <= 1 ? raw : null;
  if (raw !== null) why = "aboveFullUse";
  const gpuYears = breakEven === null ? null : breakEven * gpus;
  const hoursValue = hours * (annuity / cost.annuity) * paid;
  const perPrice =
    cost.installed *
    ((1 - own.residualFraction * discountFactor(discountRate, years)) * cost.capitalCharge +
      own.operationsFraction +
      own.maintenanceFraction);
  let price = perPrice > 0 ? own.gpuPrice + (annualRent - annualOwn) / perPrice : null;
  const priceReason = price === null ? "priceWithoutEffect" : "rentBelowOtherCosts";
  if (price !== null && price < 0) price = null;
  const firstRent = full * paid;
  const saving =
    rentValue - (cost.capital + operatingValue(own, cost, utilization) - cost.residualValue);
  // No yearly flow turns negative again at these inputs: what is paid back stays so.
  const paidBack = (name, months) => ({
    [`${name}Months`]: known(`${name}Months`, months, "notWithinHorizon"),
    [`${name}LostMonth`]: known(
      `${name}LostMonth`,
      null,
      months === null ? "notWithinHorizon" : "lasting",
    ),
  });
  return {
    breakEvenUtilization: known("breakEvenUtilization", breakEven, why),
    breakEvenUtilizationRaw: known("breakEvenUtilizationRaw", raw, why),
    gpuHoursPerYear: known("gpuHoursPerYear", gpuYears === null ? null : gpuYears * HOURS, why),
    gpuMonthsPerYear: known("gpuMonthsPerYear", gpuYears === null ? null : gpuYears * 12, why),
    gpuYearsPerYear: known("gpuYearsPerYear", gpuYears, why),
    annualOwn,
    annualRent,
    breakEvenCloudRate: known(
      "breakEvenCloudRate",
      hoursValue > 0 ? annualOwn / hoursValue : null,
      "noUse",
    ),
    breakEvenGpuPrice: known("breakEvenGpuPrice", price, priceReason),
    ...paidBack("payback", payback(own, cost, firstRent, 0)),
    ...paidBack("discountedPayback", payback(own, cost, firstRent, discountRate)),
    saving,
    presentValueSaving: saving,
    savingFraction: known("savingFraction", rentValue > 0 ? saving / rentValue : null, "noRent"),
    verdict: Math.abs(saving) <= 0.005 * rentValue ? "tie" : saving > 0 ? "own" : "rent",
    reasons,
    warnings: [],
    series: undefined,
    offers: [],
    hybrid: null,
    input: undefined,
    modelVersion: "3",
  };
}

export function cloudBreakEven(given) {
  const own = { ...CLOUD, ...given };
  const { years, utilization } = own;
  const cost = costs(own);
  const reasons = {};
  const answer = compare(own, cost, reasons);

  const month = new Float64Array(12 * years + 1);
  const ownPaid = new Float64Array(12 * years + 1);
  const rentPaid = new Float64Array(12 * years + 1);
  const full = own.gpus * HOURS * (own.cloudRate * (1 + own.cloudOverheadFraction));
  const reserved = own.cloudBilling === "reserved";
  let energy = cost.fullEnergy * load(own, utilization);
  let staff = cost.staff;
  let rent = full * (reserved ? 1 : utilization);
  let ownSum = cost.capital;
  let rentSum = 0;
  ownPaid[0] = ownSum;
  for (let start = 0; start < 12 * years; start += 12) {
    const operating = constant(cost) + energy + staff;
    for (let part = 1; part <= 12; part++) {
      const fraction = part / 12;
      month[start + part] = start + part;
      ownPaid[start + part] = ownSum + operating * fraction;
      rentPaid[start + part] = rentSum + rent * fraction;
    }
    ownSum += operating;
    rentSum += rent;
    rent *= 1 - own.cloudRateDecline;
    energy *= 1 + own.electricityGrowth;
    staff *= 1 + own.wageGrowth;
  }

  const uses = new Float64Array(101);
  const ownAnnual = new Float64Array(101);
  const rentAnnual = new Float64Array(101);
  const annuity = annuityFactor(own.discountRate, -own.cloudRateDecline, years, own.timing);
  for (let hundredth = 0; hundredth <= 100; hundredth++) {
    const use = hundredth / 100;
    uses[hundredth] = use;
    ownAnnual[hundredth] = annualCost(own, cost, use);
    rentAnnual[hundredth] = (full * annuity * (reserved ? 1 : use)) / cost.annuity;
  }
  answer.series = {
    cumulative: { month, own: ownPaid, rent: rentPaid },
    byUtilization: { utilization: uses, own: ownAnnual, rent: rentAnnual },
  };
  answer.input = own;
  return answer;
}

/** The bounds of the columns that `batch` varies. */
export const BOUNDS = {
  cloudRate: [0, 1000],
  gpuPrice: [0, 1e6],
  utilization: [0, 1],
  discountRate: [0, 1],
  operationsFraction: [0, 2],
};

/** Saving and break-even utilization of each row, from columns of the names of `BOUNDS`. */
export function batch(columns) {
  const { cloudRate, gpuPrice, utilization, discountRate, operationsFraction } = columns;
  const rows = cloudRate.length;
  for (const [name, [min, max]] of Object.entries(BOUNDS)) {
    const column = columns[name];
    for (let row = 0; row < rows; row++) {
      if (!(column[row] >= min && column[row] <= max)) throw new RangeError(`${name}[${row}]`);
    }
  }
  const savings = new Float64Array(rows);
  const breakEvens = new Float64Array(rows);
  const own = { ...CLOUD };
  for (let row = 0; row < rows; row++) {
    own.cloudRate = cloudRate[row];
    own.gpuPrice = gpuPrice[row];
    own.utilization = utilization[row];
    own.discountRate = discountRate[row];
    own.operationsFraction = operationsFraction[row];
    const cost = costs(own);
    const use = own.utilization;
    const annuity = annuityFactor(own.discountRate, -own.cloudRateDecline, own.years, own.timing);
    const full = own.gpus * HOURS * (own.cloudRate * (1 + own.cloudOverheadFraction));
    savings[row] =
      full * annuity * use - (cost.capital + operatingValue(own, cost, use) - cost.residualValue);
    const energy =
      (cost.fullEnergy * (1 - own.idlePowerFraction) * cost.energyAnnuity) / cost.annuity;
    const perUse = (full * annuity) / cost.annuity - energy;
    const raw = perUse > 0 ? annualCost(own, cost, 0) / perUse : Number.NaN;
    breakEvens[row] = raw <= 1 ? raw : Number.NaN;
  }
  return { saving: savings, breakEvenUtilization: breakEvens };
}
