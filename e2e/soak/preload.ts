import { z } from "zod/mini";
import { installScale } from "./scaled-clock.ts";

/** Loaded into the product's process by NODE_OPTIONS, before anything else. */
const schema = z.object({ realStart: z.number(), startsAt: z.number(), factor: z.number() });
installScale(schema.parse(JSON.parse(process.env.ROTA_SOAK_CLOCK ?? "null")));
