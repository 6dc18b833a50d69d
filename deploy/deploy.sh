#!/usr/bin/env bash
# Builds and deploys the function "api", tells Cloud Run whose tokens it may pass, and prints the address for the script property.
# With a link key it first deploys the public pages, which anybody may open who has a signed link.
#
#   bash deploy/deploy.sh [--built]
#
# Settings come from deploy/.env when it exists (see .env.example), else from the environment.
# --built: dist/functions is there already; do not build it again.
set -euo pipefail
cd "$(dirname "$0")/.."

name=api
runtime=nodejs22

if [[ -f deploy/.env ]]; then
  set -a
  # shellcheck source=/dev/null
  source deploy/.env
  set +a
fi

required=(DEPLOY_PROJECT DEPLOY_REGION DEPLOY_SERVICE_ACCOUNT LECTERN_AUDIENCES LECTERN_WORKBOOKS LECTERN_ADMINS)
missing=()
for variable in "${required[@]}"; do
  [[ -n ${!variable:-} ]] || missing+=("$variable")
done
if ((${#missing[@]} > 0)); then
  echo "deploy.sh: not set: ${missing[*]} (deploy/.env.example explains them)" >&2
  exit 1
fi
if [[ -n ${LECTERN_SMTP_URL:-} || -n ${LECTERN_LINK_KEY:-} ]]; then
  echo "deploy.sh: LECTERN_SMTP_URL and LECTERN_LINK_KEY are secrets: put them into Secret Manager and name them in DEPLOY_SMTP_SECRET and DEPLOY_LINK_KEY_SECRET" >&2
  exit 1
fi

case "${1:-}" in
'') npm run --silent build ;;
--built) ;;
*)
  echo "usage: bash deploy/deploy.sh [--built]" >&2
  exit 2
  ;;
esac

place=(--project="$DEPLOY_PROJECT" --region="$DEPLOY_REGION")

# The values hold commas, so the pairs are parted by another character.
variables="^|^NODE_ENV=production"
variables+="|LECTERN_AUDIENCES=$LECTERN_AUDIENCES"
variables+="|LECTERN_WORKBOOKS=$LECTERN_WORKBOOKS"
variables+="|LECTERN_ADMINS=$LECTERN_ADMINS"
variables+="|LECTERN_SCHEDULERS=${LECTERN_SCHEDULERS:-}"
variables+="|LECTERN_GMAIL_ACCOUNT=${LECTERN_GMAIL_ACCOUNT:-}"
variables+="|LECTERN_GMAIL_SENDERS=${LECTERN_GMAIL_SENDERS:-}"
variables+="|LECTERN_GMAIL_PER_MINUTE=${LECTERN_GMAIL_PER_MINUTE:-}"
variables+="|LECTERN_SEND_SECONDS=${LECTERN_SEND_SECONDS:-}"

pages_url=${LECTERN_PAGES_URL:-}
if [[ -n ${DEPLOY_LINK_KEY_SECRET:-} ]]; then
  # The one function without a sign-in: whoever has a signed link may open its page. It knows no mail server.
  gcloud functions deploy pages "${place[@]}" --quiet \
    --gen2 --runtime="$runtime" --source=dist/functions --entry-point=pages \
    --trigger-http --allow-unauthenticated \
    --service-account="$DEPLOY_SERVICE_ACCOUNT" \
    --memory=512Mi --cpu=1 --concurrency=8 --max-instances=2 --timeout=60s \
    --set-env-vars="$variables|LECTERN_PAGES_URL=$pages_url" --set-secrets="LECTERN_LINK_KEY=$DEPLOY_LINK_KEY_SECRET:latest"
  [[ -n $pages_url ]] || pages_url=$(gcloud run services describe pages "${place[@]}" --format='value(status.url)')
fi

secret_pairs=()
[[ -z ${DEPLOY_SMTP_SECRET:-} ]] || secret_pairs+=("LECTERN_SMTP_URL=$DEPLOY_SMTP_SECRET:latest")
if [[ -n ${DEPLOY_LINK_KEY_SECRET:-} ]]; then
  secret_pairs+=("LECTERN_LINK_KEY=$DEPLOY_LINK_KEY_SECRET:latest")
  variables+="|LECTERN_PAGES_URL=$pages_url"
fi
if ((${#secret_pairs[@]} > 0)); then
  secrets=(--set-secrets="$(IFS=,; echo "${secret_pairs[*]}")")
else
  secrets=(--clear-secrets)
fi

gcloud functions deploy "$name" "${place[@]}" --quiet \
  --gen2 --runtime="$runtime" --source=dist/functions --entry-point="$name" \
  --trigger-http --no-allow-unauthenticated \
  --service-account="$DEPLOY_SERVICE_ACCOUNT" \
  --memory=512Mi --cpu=1 --concurrency=4 --max-instances=3 --timeout=540s \
  --set-env-vars="$variables" "${secrets[@]}"

# Every time: a deployment may reset what was set on the service beneath the function.
gcloud run services update "$name" "${place[@]}" --quiet --set-custom-audiences="$LECTERN_AUDIENCES"

invokers=${DEPLOY_INVOKERS:-}
for member in ${invokers//,/ }; do
  gcloud run services add-iam-policy-binding "$name" "${place[@]}" --quiet \
    --member="$member" --role=roles/run.invoker >/dev/null
done

# The schedule: the same code behind its own door, which only the scheduler's account may pass, and one job a workbook.
scheduler=${LECTERN_SCHEDULERS:-}
scheduler=${scheduler%%,*}
if [[ -n $scheduler ]]; then
  gcloud functions deploy worker "${place[@]}" --quiet \
    --gen2 --runtime="$runtime" --source=dist/functions --entry-point=worker \
    --trigger-http --no-allow-unauthenticated \
    --service-account="$DEPLOY_SERVICE_ACCOUNT" \
    --memory=512Mi --cpu=1 --concurrency=1 --max-instances=3 --timeout=540s \
    --set-env-vars="$variables" "${secrets[@]}"
  gcloud run services update worker "${place[@]}" --quiet --set-custom-audiences="$LECTERN_AUDIENCES"
  gcloud run services add-iam-policy-binding worker "${place[@]}" --quiet \
    --member="serviceAccount:$scheduler" --role=roles/run.invoker >/dev/null
  worker_url=$(gcloud run services describe worker "${place[@]}" --format='value(status.url)')
  jobs=(--project="$DEPLOY_PROJECT" --location="$DEPLOY_REGION" --quiet)
  for workbook in ${LECTERN_WORKBOOKS//,/ }; do
    job=(
      "lectern-$workbook" "${jobs[@]}" --schedule='*/15 * * * *' --time-zone="${DEPLOY_TIME_ZONE:-Asia/Shanghai}"
      --uri="$worker_url/runDue" --http-method=POST --message-body="{\"spreadsheetId\":\"$workbook\"}"
      --oidc-service-account-email="$scheduler" --oidc-token-audience="${LECTERN_AUDIENCES%%,*}" --attempt-deadline=600s
    )
    if gcloud scheduler jobs describe "lectern-$workbook" "${jobs[@]}" >/dev/null 2>&1; then
      gcloud scheduler jobs update http "${job[@]}" --update-headers=Content-Type=application/json
    else
      gcloud scheduler jobs create http "${job[@]}" --headers=Content-Type=application/json
    fi
  done
fi

url=$(gcloud run services describe "$name" "${place[@]}" --format='value(status.url)')
echo "Deployed. Script property of each workbook: LECTERN_API_URL=$url"
