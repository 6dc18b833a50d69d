#!/usr/bin/env bash
# Builds and deploys the service "api", with a link key also "pages", with a scheduler's account also "worker" and its job, and prints
# the address for the script property. deploy/preflight.sh says beforehand what is missing.
#
#   bash deploy/deploy.sh [--built]
#
# Settings come from deploy/.env when it exists (see .env.example), else from the environment.
# --built: dist/functions is there already; do not build it again.
set -euo pipefail
cd "$(dirname "$0")/.."

runtime=nodejs22

if [[ -f deploy/.env ]]; then
  set -a
  # shellcheck source=/dev/null
  source deploy/.env
  set +a
fi

required=(DEPLOY_PROJECT DEPLOY_REGION DEPLOY_SERVICE_ACCOUNT LECTERN_AUDIENCES LECTERN_ADMINS)
# The workbooks are listed here or in the registry.
[[ -n ${LECTERN_REGISTRY:-} ]] || required+=(LECTERN_WORKBOOKS)
LECTERN_WORKBOOKS=${LECTERN_WORKBOOKS:-}
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

place=(--project="$DEPLOY_PROJECT" --region="$DEPLOY_REGION" --quiet)
scheduler=${LECTERN_SCHEDULERS:-}
scheduler=${scheduler%%,*}
link_key=${DEPLOY_LINK_KEY_SECRET:-}

pages_url=${LECTERN_PAGES_URL:-}
if [[ -n $link_key && -z $pages_url ]]; then
  # Known before the service is there: api writes it into mails, and api comes first.
  number=$(gcloud projects describe "$DEPLOY_PROJECT" --format='value(projectNumber)')
  pages_url="https://pages-$number.$DEPLOY_REGION.run.app"
fi

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
variables+="|LECTERN_REGISTRY=${LECTERN_REGISTRY:-}"
variables+="|LECTERN_REQUESTS_PER_MINUTE=${LECTERN_REQUESTS_PER_MINUTE:-}"

# The queue, and one more for each further account that edits workbooks: an account has its own quota at Google. 9.6 runs a minute with
# 5 reads and 5 writes each leave a fifth of the account's 60 to those at work; docs/operations.md has the arithmetic.
queue=${LECTERN_TASK_QUEUE:-}
queue=${queue##*/}
worker_url=${LECTERN_WORKER_URL:-}
accounts=${DEPLOY_SHEETS_ACCOUNTS:-}
if [[ -n $queue ]]; then
  [[ -n $scheduler ]] || { echo "deploy.sh: LECTERN_TASK_QUEUE needs LECTERN_SCHEDULERS" >&2; exit 1; }
  if [[ -z $worker_url ]]; then
    number=${number:-$(gcloud projects describe "$DEPLOY_PROJECT" --format='value(projectNumber)')}
    worker_url="https://worker-$number.$DEPLOY_REGION.run.app"
  fi
  gcloud services enable cloudtasks.googleapis.com --project="$DEPLOY_PROJECT" --quiet
  queues=("$queue")
  for account in ${accounts//,/ }; do queues+=("$queue-${account%%@*}"); done
  for name in "${queues[@]}"; do
    settings=(
      "$name" --project="$DEPLOY_PROJECT" --location="$DEPLOY_REGION" --quiet
      --max-dispatches-per-second=0.16 --max-concurrent-dispatches=3
      --max-attempts=10 --min-backoff=60s --max-backoff=600s --max-doublings=3
    )
    if gcloud tasks queues describe "$name" --project="$DEPLOY_PROJECT" --location="$DEPLOY_REGION" >/dev/null 2>&1; then
      gcloud tasks queues update "${settings[@]}"
    else
      gcloud tasks queues create "${settings[@]}"
    fi
    gcloud tasks queues add-iam-policy-binding "$name" --project="$DEPLOY_PROJECT" --location="$DEPLOY_REGION" --quiet \
      --member="serviceAccount:$DEPLOY_SERVICE_ACCOUNT" --role=roles/cloudtasks.enqueuer >/dev/null
  done
  # A task carries a token of the scheduler's account, so whoever makes the task must be allowed to act as it.
  gcloud iam service-accounts add-iam-policy-binding "$scheduler" --project="$DEPLOY_PROJECT" --quiet \
    --member="serviceAccount:$DEPLOY_SERVICE_ACCOUNT" --role=roles/iam.serviceAccountUser >/dev/null
  variables+="|LECTERN_TASK_QUEUE=$LECTERN_TASK_QUEUE|LECTERN_WORKER_URL=$worker_url"
fi

# The figures of all workbooks: a bucket, and if wanted a table of BigQuery that it is loaded into.
roll_up=${LECTERN_ROLL_UP:-}
roll_up=${roll_up%/}
table=${LECTERN_ROLL_UP_TABLE:-}
variables+="|LECTERN_ROLL_UP=$roll_up|LECTERN_ROLL_UP_TABLE=$table"
if [[ -n $roll_up ]]; then
  [[ $roll_up == gs://* ]] || { echo "deploy.sh: LECTERN_ROLL_UP must be gs://BUCKET" >&2; exit 1; }
  own=serviceAccount:$DEPLOY_SERVICE_ACCOUNT
  if ! gcloud storage buckets describe "$roll_up" --project="$DEPLOY_PROJECT" >/dev/null 2>&1; then
    gcloud storage buckets create "$roll_up" --project="$DEPLOY_PROJECT" --location="$DEPLOY_REGION" --quiet \
      --uniform-bucket-level-access --public-access-prevention
  fi
  # Reading, writing and removing files; a load job also asks for the bucket itself.
  for role in roles/storage.objectUser roles/storage.legacyBucketReader; do
    gcloud storage buckets add-iam-policy-binding "$roll_up" --quiet --member="$own" --role="$role" >/dev/null
  done
fi
if [[ -n $table ]]; then
  [[ -n $roll_up ]] || { echo "deploy.sh: LECTERN_ROLL_UP_TABLE needs LECTERN_ROLL_UP" >&2; exit 1; }
  # The dataset is made by hand, with the account as its editor: docs/operations.md, "Figures of all workbooks".
  gcloud services enable bigquery.googleapis.com --project="${table%%.*}" --quiet
  gcloud projects add-iam-policy-binding "${table%%.*}" --quiet --condition=None \
    --member="$own" --role=roles/bigquery.jobUser >/dev/null
fi

if [[ -n $accounts ]]; then
  gcloud services enable iamcredentials.googleapis.com --project="$DEPLOY_PROJECT" --quiet
  for account in ${accounts//,/ }; do
    gcloud iam service-accounts add-iam-policy-binding "$account" --project="$DEPLOY_PROJECT" --quiet \
      --member="serviceAccount:$DEPLOY_SERVICE_ACCOUNT" --role=roles/iam.serviceAccountTokenCreator >/dev/null
  done
fi

secret_pairs=()
[[ -z ${DEPLOY_SMTP_SECRET:-} ]] || secret_pairs+=("LECTERN_SMTP_URL=$DEPLOY_SMTP_SECRET:latest")
if [[ -n $link_key ]]; then
  secret_pairs+=("LECTERN_LINK_KEY=$link_key:latest")
  variables+="|LECTERN_PAGES_URL=$pages_url"
fi
if ((${#secret_pairs[@]} > 0)); then
  secrets=(--set-secrets="$(IFS=,; echo "${secret_pairs[*]}")")
else
  secrets=(--clear-secrets)
fi

# deploy NAME FLAG…: one command sets all of a service, so that nothing is left half-way between two.
deploy() {
  local name=$1
  shift
  gcloud run deploy "$name" "${place[@]}" \
    --source=dist/functions --function="$name" --base-image="$runtime" --no-allow-unauthenticated \
    --service-account="$DEPLOY_SERVICE_ACCOUNT" --memory=512Mi --cpu=1 --set-env-vars="$variables" "$@"
}

# The sidebar's script sends its token in two headers. Cloud Run checks one of them and leaves the other to the function.
check=--invoker-iam-check
invokers=${DEPLOY_INVOKERS:-}
if [[ ,$invokers, == *,allUsers,* ]]; then
  # An organisation's policy may forbid the member allUsers; turning the check off means the same.
  check=--no-invoker-iam-check
  invokers=${invokers//allUsers/}
fi
deploy api "$check" --set-custom-audiences="$LECTERN_AUDIENCES" \
  --concurrency=4 --max-instances=3 --timeout=540s "${secrets[@]}"
for member in ${invokers//,/ }; do
  gcloud run services add-iam-policy-binding api "${place[@]}" --member="$member" --role=roles/run.invoker >/dev/null
done

if [[ -n $link_key ]]; then
  # Whoever has a signed link may open its page; the function checks the link. It knows no mail server.
  deploy pages --no-invoker-iam-check \
    --concurrency=8 --max-instances=2 --timeout=60s --set-secrets="LECTERN_LINK_KEY=$link_key:latest"
fi

if [[ -n ${LECTERN_GMAIL_ACCOUNT:-} ]]; then
  # The function has no key: it asks for a signature in the account's name, then for a token of the sender's.
  gcloud services enable gmail.googleapis.com iamcredentials.googleapis.com --project="$DEPLOY_PROJECT" --quiet
  gcloud iam service-accounts add-iam-policy-binding "$LECTERN_GMAIL_ACCOUNT" --project="$DEPLOY_PROJECT" --quiet \
    --member="serviceAccount:$DEPLOY_SERVICE_ACCOUNT" --role=roles/iam.serviceAccountTokenCreator >/dev/null
fi

# The schedule: the same code behind its own door. Cloud Scheduler sends one token in one header, and Cloud Run's check would take the
# signature from it; the function verifies the token alone, and takes the schedulers' accounts only. Fifteen instances:
# three tasks at once of each of five accounts, which fill a project's quota.
if [[ -n $scheduler ]]; then
  deploy worker --no-invoker-iam-check \
    --concurrency=1 --max-instances=15 --timeout=540s "${secrets[@]}"
  worker_url=$(gcloud run services describe worker "${place[@]}" --format='value(status.url)')
  jobs=(--project="$DEPLOY_PROJECT" --location="$DEPLOY_REGION" --quiet)
  # One job for all workbooks. A call that got no place is tried again.
  job=(
    lectern-dispatch "${jobs[@]}" --schedule="*/15 * * * *" --time-zone="${DEPLOY_TIME_ZONE:-Asia/Shanghai}"
    --uri="$worker_url/dispatch" --http-method=POST --message-body="{}"
    --oidc-service-account-email="$scheduler" --oidc-token-audience="${LECTERN_AUDIENCES%%,*}"
    --attempt-deadline=600s --max-retry-attempts=3 --min-backoff=30s --max-backoff=120s
  )
  if gcloud scheduler jobs describe lectern-dispatch "${jobs[@]}" >/dev/null 2>&1; then
    gcloud scheduler jobs update http "${job[@]}" --update-headers=Content-Type=application/json
  else
    gcloud scheduler jobs create http "${job[@]}" --headers=Content-Type=application/json
  fi
  # Earlier versions made a job for each workbook.
  for entry in ${LECTERN_WORKBOOKS//,/ }; do
    if gcloud scheduler jobs describe "lectern-${entry%%@*}" "${jobs[@]}" >/dev/null 2>&1; then
      gcloud scheduler jobs delete "lectern-${entry%%@*}" "${jobs[@]}"
    fi
  done
fi

url=$(gcloud run services describe api "${place[@]}" --format='value(status.url)')
echo "Deployed. Script property of each workbook: LECTERN_API_URL=$url"
