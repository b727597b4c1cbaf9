# Cerchi in a container: built in one stage, run in another by a user who is not root, on a root that may be read-only.
FROM node:22-bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run -s release && mv "release/$(ls release | grep -E '^cerchi-.*-linux-[a-z0-9]+$')" /cerchi

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Cerchi" \
      org.opencontainers.image.licenses="AGPL-3.0-or-later"
RUN useradd --system --uid 10001 --home-dir /data --create-home cerchi
COPY --from=build --chown=root:root /cerchi /opt/cerchi
ENV CERCHI_DATA=/data PORT=3000 HOST=0.0.0.0
WORKDIR /opt/cerchi
USER 10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s CMD /opt/cerchi/node/node -e "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
ENTRYPOINT ["/opt/cerchi/cerchi"]
