# Not run yet where it was written: no Docker engine there. See docs/operations.md.
FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

# --ignore-scripts: no dependency of the running bot needs an install script.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

COPY LICENSE ./
COPY migrations ./migrations
COPY src ./src

# Used only without DATABASE_URL: the embedded database.
ENV PRECEDENT_DATA=/data
RUN mkdir /data && chown node:node /data
VOLUME /data

USER node
EXPOSE 3000 9090

# With PRECEDENT_HEALTH_PORT=0 the port is random and this check fails: leave that setting alone in a container.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PRECEDENT_HEALTH_PORT || 9090}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "src/main.ts", "start"]
