import { readFileSync } from "node:fs";
import {
  type ClusterTcoInput,
  type ClusterTcoResult,
  clusterTco,
  monteCarlo,
} from "chip-calculators";
