# Helpdesk Rota as a container (docs/operate.md). e2e/container.spec.ts does what the last stage says, by hand.

FROM node:24-trixie-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
# For a portal's reverse proxy; fixed when the product is built.
ARG APP_BASE_PATH=""
RUN npm run build

FROM node:24-trixie-slim
WORKDIR /app
ARG APP_BASE_PATH=""
ENV NODE_ENV=production APP_BASE_PATH=$APP_BASE_PATH DATA_DIR=/data
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
# The only place that is written to, and only without DATABASE_URL: the rest may be read-only.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s CMD ["node", "--conditions=react-server", "lib/server/check-health.ts"]
CMD ["node", "--max-semi-space-size=2", "--v8-pool-size=1", "lib/server/start.js"]
