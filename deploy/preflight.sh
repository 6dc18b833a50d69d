#!/usr/bin/env bash
# Says what is missing for a deployment: settings, APIs, roles, organisation policies, audiences, delegation, invoker checks. Each with one
# line of what to do. It only reads; run it before deploy.sh, and again whenever something does not work.
#
#   bash deploy/preflight.sh
#
# Settings come from deploy/.env when it exists (see .env.example), else from the environment. Ends with 1 when something is missing.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 2

if [[ -f deploy/.env ]]; then
  set -a
  # shellcheck source=/dev/null
  source deploy/.env
  set +a
fi

faults=0
ok() { printf 'ok       %s\n' "$1"; }
missing() {
  printf 'MISSING  %s\n         → %s\n' "$1" "$2"
  faults=$((faults + 1))
}
# What cannot be seen from here.
look() { printf 'LOOK     %s\n         → %s\n' "$1" "$2"; }
finish() {
  if ((faults > 0)); then
    echo "$faults missing. Nothing was changed."
    exit 1
  fi
  echo "Nothing is missing that can be seen from here. Nothing was changed."
  exit 0
}
# Without this, gcloud may offer to enable an API that it needs itself.
export CLOUDSDK_CORE_SHOULD_PROMPT_TO_ENABLE_API=false
ask() { gcloud "$@" --quiet 2>/dev/null; }

# ---- Settings

# The workbooks are listed here or in the registry.
[[ -z ${LECTERN_REGISTRY:-} ]] || LECTERN_WORKBOOKS=${LECTERN_WORKBOOKS:-in the registry}
for variable in DEPLOY_PROJECT DEPLOY_REGION DEPLOY_SERVICE_ACCOUNT LECTERN_AUDIENCES LECTERN_WORKBOOKS LECTERN_ADMINS; do
  [[ -n ${!variable:-} ]] || missing "setting $variable is empty" "give it a value in deploy/.env; deploy/.env.example explains it"
done
((faults == 0)) || finish
project=$DEPLOY_PROJECT
region=$DEPLOY_REGION
service_account=$DEPLOY_SERVICE_ACCOUNT
place=(--project="$project" --region="$region")
scheduler=${LECTERN_SCHEDULERS:-}
scheduler=${scheduler%%,*}
gmail=${LECTERN_GMAIL_ACCOUNT:-}
invokers=${DEPLOY_INVOKERS:-}

for audience in ${LECTERN_AUDIENCES//,/ }; do
  if [[ $audience == *.apps.googleusercontent.com ]]; then
    ok "audience $audience has the form of a client id"
  else
    missing "audience $audience is no OAuth client id" "docs/operations.md, step 4, prints what the script's tokens say: NUMBER-….apps.googleusercontent.com"
  fi
done
# As a list in JSON: two quotation marks each, and two brackets.
commas=${LECTERN_AUDIENCES//[^,]/}
list_length=$((${#LECTERN_AUDIENCES} + 2 * ${#commas} + 4))
((list_length <= 32768)) ||
  missing "the audiences take $list_length characters, and Cloud Run stores 32768" "give several workbooks one script (an add-on), or use a second project"

# ---- Who and where

account=$(ask auth list --filter=status:ACTIVE --format='value(account)')
if [[ -z $account ]]; then
  missing "gcloud has no active account" "gcloud auth login"
  finish
fi
case $account in
*.gserviceaccount.com) member="serviceAccount:$account" ;;
*) member="user:$account" ;;
esac
number=$(ask projects describe "$project" --format='value(projectNumber)')
if [[ -z $number ]]; then
  missing "project $project is not there, or $account may not see it" "check DEPLOY_PROJECT; or: gcloud projects add-iam-policy-binding $project --member=$member --role=roles/browser"
  finish
fi
ok "project $project, as $account"
case $(ask billing projects describe "$project" --format='value(billingEnabled)') in
True) ok "billing is on" ;;
False) missing "billing is off" "link a billing account: https://console.cloud.google.com/billing/linkedaccount?project=$project" ;;
*) look "whether billing is on cannot be read" "https://console.cloud.google.com/billing/linkedaccount?project=$project" ;;
esac

# ---- APIs

apis=(sheets run cloudbuild artifactregistry)
[[ -z ${DEPLOY_SMTP_SECRET:-}${DEPLOY_LINK_KEY_SECRET:-} ]] || apis+=(secretmanager)
[[ -z $scheduler ]] || apis+=(cloudscheduler)
# deploy.sh enables these itself, when it may.
[[ -z ${LECTERN_TASK_QUEUE:-} ]] || apis+=(cloudtasks)
[[ -z $gmail ]] || apis+=(gmail iamcredentials)
enabled=$(ask services list --enabled --project="$project" --format='value(config.name)')
[[ -n $enabled ]] || look "the enabled APIs cannot be read by $account" "gcloud services enable ${apis[*]/%/.googleapis.com} --project=$project"
for api in "${apis[@]}"; do
  [[ -n $enabled ]] || break
  if [[ $'\n'$enabled$'\n' == *$'\n'"$api.googleapis.com"$'\n'* ]]; then
    ok "API $api"
  else
    missing "API $api.googleapis.com is not enabled" "gcloud services enable $api.googleapis.com --project=$project"
  fi
done

# ---- Roles. One line a binding: role, member.

bindings=(--flatten='bindings[].members' --format='value(bindings.role,bindings.members)')
project_policy=$(ask projects get-iam-policy "$project" "${bindings[@]}")
# has POLICY ROLE MEMBER
has() { [[ $'\n'$1$'\n' == *$'\n'"$2"$'\t'"$3"$'\n'* ]]; }
project_role() { has "$project_policy" "roles/$1" "$member" || has "$project_policy" roles/owner "$member"; }

if [[ -z $project_policy ]]; then
  look "the project's roles cannot be read by $account" "ask an owner to compare with deploy/README.md, Least privilege"
else
  needed=(run.sourceDeveloper run.admin)
  [[ -z $scheduler ]] || needed+=(cloudscheduler.admin)
  [[ -z ${LECTERN_TASK_QUEUE:-} ]] || needed+=(cloudtasks.admin)
  if [[ -n $gmail ]]; then needed+=(serviceusage.serviceUsageAdmin); else needed+=(serviceusage.serviceUsageConsumer); fi
  for role in "${needed[@]}"; do
    if project_role "$role"; then
      ok "role $role of $account"
    else
      missing "role $role is not given to $account (unless a group or a folder gives it)" \
        "gcloud projects add-iam-policy-binding $project --member=$member --role=roles/$role"
    fi
  done
  builder="serviceAccount:$number-compute@developer.gserviceaccount.com"
  if has "$project_policy" roles/run.builder "$builder" || has "$project_policy" roles/editor "$builder"; then
    ok "the account that builds may build"
  else
    missing "role run.builder is not given to the account that builds" \
      "gcloud projects add-iam-policy-binding $project --member=$builder --role=roles/run.builder"
  fi
fi

# ---- Accounts that are acted as

# acts_as ACCOUNT WHAT
acts_as() {
  if [[ -z $(ask iam service-accounts describe "$1" --project="$project" --format='value(email)') ]]; then
    missing "$2 $1 is not there, or $account may not see it" "gcloud iam service-accounts create ${1%%@*} --project=$project"
    return
  fi
  local policy
  if ! policy=$(ask iam service-accounts get-iam-policy "$1" --project="$project" "${bindings[@]}"); then
    look "whether $account may act as $1 cannot be read" "ask an owner for roles/iam.serviceAccountUser on it"
  elif has "$policy" roles/iam.serviceAccountUser "$member" || project_role iam.serviceAccountUser; then
    ok "$2 $1, and $account may act as it"
  else
    missing "$account may not act as $1" \
      "gcloud iam service-accounts add-iam-policy-binding $1 --project=$project --member=$member --role=roles/iam.serviceAccountUser"
  fi
}
acts_as "$service_account" "service account"
[[ -z $scheduler ]] || acts_as "$scheduler" "the scheduler's account"

# ---- Secrets

for secret in ${DEPLOY_SMTP_SECRET:-} ${DEPLOY_LINK_KEY_SECRET:-}; do
  if [[ -z $(ask secrets versions list "$secret" --project="$project" --filter=state:ENABLED --limit=1 --format='value(name)') ]]; then
    missing "secret $secret is not there, has no value, or $account may not see it" "docs/operations.md, step 1 and Public pages, makes it; or leave its setting empty"
  elif ! policy=$(ask secrets get-iam-policy "$secret" --project="$project" "${bindings[@]}"); then
    look "who may read the secret $secret cannot be read" "ask an owner whether $service_account is its roles/secretmanager.secretAccessor"
  elif has "$policy" roles/secretmanager.secretAccessor "serviceAccount:$service_account"; then
    ok "secret $secret"
  else
    missing "$service_account may not read the secret $secret" \
      "gcloud secrets add-iam-policy-binding $secret --project=$project --member=serviceAccount:$service_account --role=roles/secretmanager.secretAccessor"
  fi
done

# ---- Policies of the organisation

case $(ask org-policies describe run.managed.requireInvokerIam --effective --project="$project" --format='value(spec.rules[0].enforce)') in
[Tt]rue) missing "the organisation's policy run.managed.requireInvokerIam forbids turning the invoker check off; worker and pages need it off" \
  "ask the organisation's administrator for an exception for project $project" ;;
[Ff]alse | '') ok "no policy is seen that forbids turning the invoker check off" ;;
esac
domains=$(ask resource-manager org-policies describe iam.allowedPolicyMemberDomains --effective --project="$project" --format='value(listPolicy.allowedValues)')
if [[ -n $domains ]]; then
  look "the policy iam.allowedPolicyMemberDomains admits members of $domains only" "DEPLOY_INVOKERS must belong there; allUsers is no member then, but turns the check off"
else
  ok "no policy is seen that restricts members by domain"
fi

# ---- Services that are there already

# annotation SERVICE NAME: fails when the service is not there
annotation() { ask run services describe "$1" "${place[@]}" --format="value(metadata.annotations[\"run.googleapis.com/$2\"])"; }
turn_off() { echo "gcloud run services update $1 --no-invoker-iam-check --project=$project --region=$region"; }

if ! disabled=$(annotation api invoker-iam-disabled); then
  ok "api is not deployed yet, or cannot be seen"
else
  if [[ ,$invokers, == *,allUsers,* && $disabled != [Tt]rue ]]; then
    missing "api: the invoker check is on, and DEPLOY_INVOKERS says allUsers" "$(turn_off api)"
  fi
  audiences=$(annotation api custom-audiences)
  for audience in ${LECTERN_AUDIENCES//,/ }; do
    if [[ $audiences == *"\"$audience\""* ]]; then
      ok "api takes tokens for $audience"
    else
      missing "api: $audience is no custom audience, so Cloud Run answers its users 401" \
        "gcloud run services update api --set-custom-audiences=$LECTERN_AUDIENCES --project=$project --region=$region"
    fi
  done
  if [[ $disabled != [Tt]rue ]]; then
    if policy=$(ask run services get-iam-policy api "${place[@]}" "${bindings[@]}"); then
      for one in ${invokers//,/ }; do
        [[ $one == allUsers ]] || has "$policy" roles/run.invoker "$one" ||
          missing "api: $one may not invoke it" "gcloud run services add-iam-policy-binding api --member=$one --role=roles/run.invoker --project=$project --region=$region"
      done
    else
      look "who may invoke api cannot be read" "ask an owner whether DEPLOY_INVOKERS have roles/run.invoker on it"
    fi
  fi
fi
if [[ -n ${DEPLOY_LINK_KEY_SECRET:-} ]]; then
  if ! disabled=$(annotation pages invoker-iam-disabled); then
    ok "pages is not deployed yet, or cannot be seen"
  elif [[ $disabled == [Tt]rue ]]; then
    ok "pages: the invoker check is off"
  else
    missing "pages: the invoker check is on, so whoever opens a link is answered 403" "$(turn_off pages)"
  fi
fi
if [[ -n $scheduler ]]; then
  if ! disabled=$(annotation worker invoker-iam-disabled); then
    ok "worker is not deployed yet, or cannot be seen"
  elif [[ $disabled == [Tt]rue ]]; then
    ok "worker: the invoker check is off"
  else
    missing "worker: the invoker check is on, so every tick of the scheduler is answered 401. Cloud Run’s invoker check has removed the token’s signature, so the function cannot verify it." \
      "$(turn_off worker)"
  fi
fi

# ---- Gmail: a signature in the account's name, and the domain's delegation to it

if [[ -n $gmail ]]; then
  client=$(ask iam service-accounts describe "$gmail" --project="$project" --format='value(uniqueId)')
  if ! policy=$(ask iam service-accounts get-iam-policy "$gmail" --project="$project" "${bindings[@]}"); then
    look "whether $service_account may sign as $gmail cannot be read" "ask an owner whether it has roles/iam.serviceAccountTokenCreator on it; deploy.sh gives it"
  elif has "$policy" roles/iam.serviceAccountTokenCreator "serviceAccount:$service_account"; then
    ok "$service_account may sign as $gmail"
  else
    missing "$service_account may not sign as $gmail" \
      "gcloud iam service-accounts add-iam-policy-binding $gmail --project=$project --member=serviceAccount:$service_account --role=roles/iam.serviceAccountTokenCreator"
  fi
  scope=https://www.googleapis.com/auth/gmail.compose
  delegate="Admin console → Security → API controls → Domain-wide delegation: client id ${client:-of $gmail}, scope $scope"
  [[ -n ${LECTERN_GMAIL_SENDERS:-} ]] || missing "LECTERN_GMAIL_SENDERS is empty" "name the mailboxes that may be sent from"
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  for sender in ${LECTERN_GMAIL_SENDERS//,/ }; do
    now=$(date +%s)
    printf '{"iss":"%s","sub":"%s","scope":"%s","aud":"https://oauth2.googleapis.com/token","iat":%s,"exp":%s}' \
      "$gmail" "$sender" "$scope" "$now" "$((now + 300))" >"$folder/claims"
    if ! ask iam service-accounts sign-jwt "$folder/claims" "$folder/signed" --iam-account="$gmail" >/dev/null; then
      look "whether the domain delegates $sender to $gmail cannot be tried: $account may not sign as it" "$delegate"
      continue
    fi
    # A token is asked for and thrown away.
    answer=$(curl -sS --max-time 20 --data-urlencode grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer \
      --data-urlencode "assertion@$folder/signed" https://oauth2.googleapis.com/token 2>&1)
    case $answer in
    *access_token*) ok "the domain lets $gmail send as $sender" ;;
    *unauthorized_client*) missing "the domain does not delegate gmail.compose to $gmail" "$delegate" ;;
    *invalid_grant*) missing "Google knows no mailbox $sender in the domain" "correct LECTERN_GMAIL_SENDERS" ;;
    *) look "whether the domain delegates $sender to $gmail was not answered" "$delegate" ;;
    esac
  done
fi

look "whether each workbook is shared with $service_account cannot be seen from here" "open the workbook, Share: $service_account as an editor"
finish
