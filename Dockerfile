# The server in a container. Inside one it listens on 0.0.0.0, which it does only
# for people who sign in, and behind https: add the users first, and name the
# address at which a proxy with https reaches the container.
#
#   docker build --tag olshem .
#   docker run --rm --interactive --tty --volume olshem:/data olshem user add Aigul --role admin
#   docker run --publish 127.0.0.1:8080:8080 --volume olshem:/data \
#     --env PUBLIC_URL=https://rating.example --env OLSHEM_TRUSTED_PROXIES=172.17.0.1 olshem

FROM node:24-bookworm AS build
# For sqlite3, where no compiled one can be fetched.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /olshem
COPY . .
# Building is part of it; then without what only building needs.
RUN npm ci --no-audit --no-fund \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /olshem
COPY --from=build /olshem/package.json ./
COPY --from=build /olshem/node_modules node_modules
COPY --from=build /olshem/dist dist
COPY --from=build /olshem/rules rules
RUN install --directory --owner=node --group=node --mode=0700 /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 OLSHEM_DATA=/data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/olshem.js"]
CMD ["serve"]
