import { soak } from "./soak.ts";
console.log(JSON.stringify(await soak({ seed: 3, simulatedHours: 1, realSeconds: 12, refreshSeconds: 60 }), null, 1));
