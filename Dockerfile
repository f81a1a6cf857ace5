# Built in one stage, run in another, not as root. The volume /data holds the database.
FROM node:22-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /tracker
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN node -e "import('./scripts/bootstrap/build.mjs').then(({ build }) => build())" && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production TRACKER_DB=/data/tracker.sqlite
WORKDIR /tracker
COPY --from=build --chown=node:node /tracker /tracker
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch('http://localhost:3000/health').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
# With problems in the data the database that is there is served on; who reads from PostgreSQL loads nothing.
CMD ["sh", "-c", "[ -n \"$TRACKER_DB_READ\" ] || node --import tsx scripts/ingest.ts; exec node --import tsx server/main.ts"]
