# The same deployment as deploy.sh, as Terraform. The image is built first: deploy/README.md says in which order.

terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 6.50"
    }
  }
}

variable "project" {
  type        = string
  description = "Google Cloud project."
}

variable "region" {
  type    = string
  default = "asia-east1"
}

variable "image_tag" {
  type        = string
  description = "Tag of the image that was built, for example the commit: a new one for each deployment."
}

variable "audiences" {
  type        = list(string)
  description = "OAuth client ids of the Apps Script projects whose users may call."
  validation {
    condition     = length(var.audiences) > 0
    error_message = "Name at least one audience: without one every token Google issues would pass."
  }
}

variable "workbooks" {
  type        = list(string)
  description = "Ids of the workbooks to be served, each as ID@AUDIENCE where there are several audiences."
  validation {
    condition     = alltrue([for entry in var.workbooks : can(regex("^[A-Za-z0-9_-]{20,100}(@[^@,\\s]+)?$", entry))])
    error_message = "A spreadsheet id is the part of the address between /d/ and /edit; after @ comes the audience that opens it."
  }
}

variable "registry" {
  description = "Id of the registry, which lists the workbooks instead; empty: none."
  type        = string
  default     = ""
}

variable "task_queue" {
  description = "Name of the task queue; empty: what is due is done within the scheduler's own call."
  type        = string
  default     = ""
}

variable "sheets_accounts" {
  description = "Further service accounts that edit workbooks, as the registry names them; each gets a queue."
  type        = list(string)
  default     = []
}

variable "requests_per_minute" {
  description = "Requests a minute that one account may make of the Sheets API."
  type        = number
  default     = 60
}

variable "roll_up_bucket" {
  description = "Name of the bucket that the figures of all workbooks are kept in; empty: none are kept."
  type        = string
  default     = ""
}

variable "roll_up_table" {
  description = "PROJECT.DATASET.TABLE that the bucket is loaded into each morning; empty: none. The dataset is made by hand, in the bucket's region."
  type        = string
  default     = ""
}

locals {
  queue_names = concat([var.task_queue], [for account in var.sheets_accounts : "${var.task_queue}-${split("@", account)[0]}"])
  queues      = var.task_queue == "" ? toset([]) : toset(local.queue_names)
  worker_url  = "https://worker-${data.google_project.this.number}.${var.region}.run.app"
}

variable "admins" {
  type        = list(string)
  description = "Addresses of those who may set up a workbook that has no roles tab yet."
}

variable "scheduler" {
  description = "Service account whose tokens the scheduler sends; empty: nothing is sent by itself."
  type        = string
  default     = ""
}

variable "time_zone" {
  type    = string
  default = "Asia/Shanghai"
}

variable "gmail_account" {
  description = "Service account that the domain lets send through Gmail; empty: SMTP only."
  type        = string
  default     = ""
}

variable "gmail_senders" {
  description = "Mailboxes that may be sent from through Gmail."
  type        = list(string)
  default     = []
}

variable "gmail_per_minute" {
  description = "Mails a minute and mailbox through Gmail; 130 in a project that has used Gmail before May 2026."
  type        = number
  default     = 50
}

variable "send_seconds" {
  description = "Seconds that one call goes on sending: at least two minutes less than the function's time limit."
  type        = number
  default     = 400
}

variable "pages_url" {
  description = "Where the public pages stand, when they have an address of their own; empty: the one that Cloud Run gives them."
  type        = string
  default     = ""
}

variable "invokers" {
  type        = list(string)
  description = "Who may reach the function: domain:…, group:… or user:…; allUsers turns the invoker check of api off."
  default     = []
}

variable "smtp_secret" {
  type        = string
  description = "Name of the secret with the mail server's address; empty: no mail by SMTP."
  default     = "lectern-smtp-url"
}

variable "link_key_secret" {
  type        = string
  description = "Name of the secret that signs the links in mails and seals the answers of evaluations; empty: no public pages, and mails without reply links."
  default     = "lectern-link-key"
}

provider "google" {
  project = var.project
  region  = var.region
}

data "google_project" "this" {
  project_id = var.project
}

locals {
  # Known before the service is there, so that one apply is enough.
  pages_url = var.pages_url != "" ? var.pages_url : "https://pages-${data.google_project.this.number}.${var.region}.run.app"

  variables = {
    NODE_ENV              = "production"
    LECTERN_AUDIENCES     = join(",", var.audiences)
    LECTERN_WORKBOOKS     = join(",", var.workbooks)
    LECTERN_ADMINS        = join(",", var.admins)
    LECTERN_SCHEDULERS    = var.scheduler
    LECTERN_REGISTRY      = var.registry
    LECTERN_REQUESTS_PER_MINUTE = tostring(var.requests_per_minute)
    LECTERN_TASK_QUEUE    = var.task_queue == "" ? "" : "projects/${var.project}/locations/${var.region}/queues/${var.task_queue}"
    LECTERN_WORKER_URL    = var.task_queue == "" ? "" : local.worker_url
    LECTERN_ROLL_UP       = var.roll_up_bucket == "" ? "" : "gs://${var.roll_up_bucket}"
    LECTERN_ROLL_UP_TABLE = var.roll_up_table
    LECTERN_GMAIL_ACCOUNT = var.gmail_account
    LECTERN_GMAIL_PER_MINUTE = tostring(var.gmail_per_minute)
    LECTERN_SEND_SECONDS     = tostring(var.send_seconds)
    LECTERN_GMAIL_SENDERS = join(",", var.gmail_senders)
    LECTERN_PAGES_URL     = var.link_key_secret == "" ? "" : local.pages_url
  }

  # Variable of the function = name of its secret. The values are added by hand, so that they never stand in the state file.
  smtp     = { for name in [var.smtp_secret] : "LECTERN_SMTP_URL" => name if name != "" }
  link_key = { for name in [var.link_key_secret] : "LECTERN_LINK_KEY" => name if name != "" }
  secrets  = merge(local.smtp, local.link_key)

  # An organisation's policy may forbid the member allUsers; turning the check off means the same.
  open_to_all = contains(var.invokers, "allUsers")

  all_services = {
    # The sidebar's script sends its token in two headers. Cloud Run checks one of them and leaves the other to the function.
    api = {
      is_wanted      = true
      checks_invoker = !local.open_to_all
      audiences      = var.audiences
      secrets        = local.secrets
      concurrency    = 4
      max_instances  = 3
      timeout        = "540s"
    }
    # Whoever has a signed link may open its page; the function checks the link. It knows no mail server.
    pages = {
      is_wanted      = var.link_key_secret != ""
      checks_invoker = false
      audiences      = []
      secrets        = local.link_key
      concurrency    = 8
      max_instances  = 2
      timeout        = "60s"
    }
    # Cloud Scheduler sends one token in one header, and Cloud Run's check would take the signature from it; the function verifies the
    # token alone, and takes the schedulers' accounts only. Three tasks at once of each of five accounts, which fill a project's quota.
    worker = {
      is_wanted      = var.scheduler != ""
      checks_invoker = false
      audiences      = []
      secrets        = local.secrets
      concurrency    = 1
      max_instances  = 15
      timeout        = "540s"
    }
  }
  services = { for name, service in local.all_services : name => service if service.is_wanted }

  # The function has no key: it asks for a signature in the account's name, then for a token of the sender's.
  gmail_services = var.gmail_account == "" ? [] : ["gmail.googleapis.com"]
  # Acting as another account without its key.
  signing_services = var.gmail_account == "" && length(var.sheets_accounts) == 0 ? [] : ["iamcredentials.googleapis.com"]
  task_services    = var.task_queue == "" ? [] : ["cloudtasks.googleapis.com"]
  table_services   = var.roll_up_table == "" ? [] : ["bigquery.googleapis.com"]
}

resource "google_project_service" "needed" {
  for_each = toset(concat([
    "artifactregistry.googleapis.com",
    "cloudbuild.googleapis.com",
    "cloudscheduler.googleapis.com",
    "run.googleapis.com",
    "secretmanager.googleapis.com",
    "sheets.googleapis.com",
  ], local.gmail_services, local.signing_services, local.task_services, local.table_services))
  service            = each.key
  disable_on_destroy = false
}

# No project roles: it reads two secrets, and the workbooks that are shared with it.
resource "google_service_account" "lectern" {
  account_id   = "lectern"
  display_name = "Lectern"
}

resource "google_service_account_iam_member" "gmail_signer" {
  count              = var.gmail_account == "" ? 0 : 1
  service_account_id = "projects/${var.project}/serviceAccounts/${var.gmail_account}"
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.lectern.member
  depends_on         = [google_project_service.needed]
}

resource "google_secret_manager_secret" "secret" {
  for_each  = local.secrets
  secret_id = each.value
  replication {
    auto {}
  }
  depends_on = [google_project_service.needed]
}

resource "google_secret_manager_secret_iam_member" "reader" {
  for_each  = local.secrets
  secret_id = google_secret_manager_secret.secret[each.key].id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.lectern.member
}

# One image for all services; deploy/README.md says how it is built.
resource "google_artifact_registry_repository" "images" {
  location      = var.region
  repository_id = "lectern"
  format        = "DOCKER"
  depends_on    = [google_project_service.needed]
}

resource "google_cloud_run_v2_service" "service" {
  for_each             = local.services
  name                 = each.key
  location             = var.region
  ingress              = "INGRESS_TRAFFIC_ALL"
  deletion_protection  = false
  invoker_iam_disabled = !each.value.checks_invoker
  custom_audiences     = each.value.audiences

  template {
    service_account                  = google_service_account.lectern.email
    timeout                          = each.value.timeout
    max_instance_request_concurrency = each.value.concurrency

    scaling {
      max_instance_count = each.value.max_instances
    }

    containers {
      image = "${var.region}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.images.repository_id}/functions:${var.image_tag}"

      resources {
        limits = { cpu = "1", memory = "512Mi" }
      }

      dynamic "env" {
        for_each = merge(local.variables, { FUNCTION_TARGET = each.key })
        content {
          name  = env.key
          value = env.value
        }
      }

      dynamic "env" {
        for_each = each.value.secrets
        content {
          name = env.key
          value_source {
            secret_key_ref {
              secret  = google_secret_manager_secret.secret[env.key].secret_id
              version = "latest"
            }
          }
        }
      }
    }
  }

  depends_on = [
    google_project_service.needed,
    google_secret_manager_secret_iam_member.reader,
  ]
}

resource "google_cloud_run_v2_service_iam_member" "invoker" {
  for_each = toset([for member in var.invokers : member if member != "allUsers"])
  location = var.region
  name     = google_cloud_run_v2_service.service["api"].name
  role     = "roles/run.invoker"
  member   = each.key
}

# One job for all workbooks, every quarter of an hour. A call that got no place is tried again.
resource "google_cloud_scheduler_job" "dispatch" {
  count            = var.scheduler == "" ? 0 : 1
  name             = "lectern-dispatch"
  region           = var.region
  schedule         = "*/15 * * * *"
  time_zone        = var.time_zone
  attempt_deadline = "600s"

  retry_config {
    retry_count          = 3
    min_backoff_duration = "30s"
    max_backoff_duration = "120s"
  }

  http_target {
    uri         = "${google_cloud_run_v2_service.service["worker"].uri}/dispatch"
    http_method = "POST"
    headers     = { "Content-Type" = "application/json" }
    body        = base64encode("{}")
    oidc_token {
      service_account_email = var.scheduler
      audience              = var.audiences[0]
    }
  }

  depends_on = [google_project_service.needed]
}

# An account has its own quota at Google, so it has its own queue: 9.6 runs a minute (docs/operations.md has the arithmetic).
resource "google_cloud_tasks_queue" "queue" {
  for_each = local.queues
  name     = each.value
  location = var.region

  rate_limits {
    max_dispatches_per_second = 0.16
    max_concurrent_dispatches = 3
  }

  retry_config {
    max_attempts  = 10
    min_backoff   = "60s"
    max_backoff   = "600s"
    max_doublings = 3
  }

  depends_on = [google_project_service.needed]
}

resource "google_cloud_tasks_queue_iam_member" "enqueuer" {
  for_each = google_cloud_tasks_queue.queue
  name     = each.value.name
  location = var.region
  role     = "roles/cloudtasks.enqueuer"
  member   = google_service_account.lectern.member
}

# A task carries a token of the scheduler's account, so whoever makes the task must be allowed to act as it.
resource "google_service_account_iam_member" "task_caller" {
  count              = var.task_queue == "" ? 0 : 1
  service_account_id = "projects/${var.project}/serviceAccounts/${var.scheduler}"
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.lectern.member
}

# The figures of all workbooks, without names.
resource "google_storage_bucket" "facts" {
  count                       = var.roll_up_bucket == "" ? 0 : 1
  name                        = var.roll_up_bucket
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}

# Reading, writing and removing files; a load job also asks for the bucket itself.
resource "google_storage_bucket_iam_member" "facts" {
  for_each = var.roll_up_bucket == "" ? toset([]) : toset(["roles/storage.objectUser", "roles/storage.legacyBucketReader"])
  bucket   = google_storage_bucket.facts[0].name
  role     = each.key
  member   = google_service_account.lectern.member
}

resource "google_project_iam_member" "loader" {
  count   = var.roll_up_table == "" ? 0 : 1
  project = split(".", var.roll_up_table)[0]
  role    = "roles/bigquery.jobUser"
  member  = google_service_account.lectern.member
}

resource "google_service_account_iam_member" "sheets_account" {
  for_each           = toset(var.sheets_accounts)
  service_account_id = "projects/${var.project}/serviceAccounts/${each.value}"
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.lectern.member
  depends_on         = [google_project_service.needed]
}

output "service_account" {
  description = "Share each workbook with this address as an editor."
  value       = google_service_account.lectern.email
}

output "api_url" {
  description = "Script property LECTERN_API_URL of each workbook."
  value       = google_cloud_run_v2_service.service["api"].uri
}
