# The same deployment as deploy.sh, as Terraform. Build first: npm run build. deploy/README.md says in which order to apply.

terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 6.0"
    }
    archive = {
      source  = "hashicorp/archive"
      version = ">= 2.4"
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
  description = "Ids of the workbooks to be served."
  validation {
    condition     = alltrue([for id in var.workbooks : can(regex("^[A-Za-z0-9_-]{20,100}$", id))])
    error_message = "A spreadsheet id is the part of the address between /d/ and /edit."
  }
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
  description = "Where the public pages stand, for example https://pages-PROJECTNUMBER.REGION.run.app; empty: mails without links."
  type        = string
  default     = ""
}

variable "invokers" {
  type        = list(string)
  description = "Who may reach the function: domain:…, group:… or user:… ."
  default     = []
}

provider "google" {
  project = var.project
  region  = var.region
}

resource "google_project_service" "needed" {
  for_each = toset([
    "artifactregistry.googleapis.com",
    "cloudbuild.googleapis.com",
    "cloudfunctions.googleapis.com",
    "cloudscheduler.googleapis.com",
    "run.googleapis.com",
    "secretmanager.googleapis.com",
    "sheets.googleapis.com",
  ])
  service            = each.key
  disable_on_destroy = false
}

# No project roles: it reads two secrets, and the workbooks that are shared with it.
resource "google_service_account" "lectern" {
  account_id   = "lectern"
  display_name = "Lectern"
}

# The value is added by hand, so that it never stands in the state file.
resource "google_secret_manager_secret" "smtp_url" {
  secret_id = "lectern-smtp-url"
  replication {
    auto {}
  }
  depends_on = [google_project_service.needed]
}

# Signs the links to the public pages; its value too is added by hand.
resource "google_secret_manager_secret" "link_key" {
  secret_id = "lectern-link-key"
  replication {
    auto {}
  }
  depends_on = [google_project_service.needed]
}

resource "google_secret_manager_secret_iam_member" "link_key_reader" {
  secret_id = google_secret_manager_secret.link_key.id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.lectern.member
}

resource "google_secret_manager_secret_iam_member" "smtp_url_reader" {
  secret_id = google_secret_manager_secret.smtp_url.id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.lectern.member
}

resource "google_storage_bucket" "source" {
  name                        = "${var.project}-lectern-source"
  location                    = var.region
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}

data "archive_file" "function" {
  type        = "zip"
  source_dir  = "${path.module}/../dist/functions"
  output_path = "${path.module}/function.zip"
}

resource "google_storage_bucket_object" "function" {
  name   = "api-${data.archive_file.function.output_sha256}.zip"
  bucket = google_storage_bucket.source.name
  source = data.archive_file.function.output_path
}

resource "google_cloudfunctions2_function" "api" {
  name     = "api"
  location = var.region

  build_config {
    runtime     = "nodejs22"
    entry_point = "api"
    source {
      storage_source {
        bucket = google_storage_bucket.source.name
        object = google_storage_bucket_object.function.name
      }
    }
  }

  service_config {
    service_account_email            = google_service_account.lectern.email
    available_memory                 = "512Mi"
    available_cpu                    = "1"
    max_instance_request_concurrency = 4
    max_instance_count               = 3
    timeout_seconds                  = 540
    environment_variables = {
      NODE_ENV          = "production"
      LECTERN_AUDIENCES = join(",", var.audiences)
      LECTERN_WORKBOOKS = join(",", var.workbooks)
      LECTERN_ADMINS    = join(",", var.admins)

      LECTERN_SCHEDULERS = var.scheduler

      LECTERN_GMAIL_ACCOUNT = var.gmail_account
      LECTERN_GMAIL_SENDERS = join(",", var.gmail_senders)

      LECTERN_GMAIL_PER_MINUTE = tostring(var.gmail_per_minute)
      LECTERN_SEND_SECONDS     = tostring(var.send_seconds)

      LECTERN_PAGES_URL = var.pages_url
    }
    secret_environment_variables {
      key        = "LECTERN_SMTP_URL"
      project_id = var.project
      secret     = google_secret_manager_secret.smtp_url.secret_id
      version    = "latest"
    }
    secret_environment_variables {
      key        = "LECTERN_LINK_KEY"
      project_id = var.project
      secret     = google_secret_manager_secret.link_key.secret_id
      version    = "latest"
    }
  }

  depends_on = [
    google_project_service.needed,
    google_secret_manager_secret_iam_member.smtp_url_reader,
    google_secret_manager_secret_iam_member.link_key_reader,
  ]
}

# The one function without a sign-in: whoever has a signed link may open its page. It knows no mail server.
resource "google_cloudfunctions2_function" "pages" {
  name     = "pages"
  location = var.region

  build_config {
    runtime     = "nodejs22"
    entry_point = "pages"
    source {
      storage_source {
        bucket = google_storage_bucket.source.name
        object = google_storage_bucket_object.function.name
      }
    }
  }

  service_config {
    service_account_email            = google_service_account.lectern.email
    available_memory                 = "512Mi"
    available_cpu                    = "1"
    max_instance_request_concurrency = 8
    max_instance_count               = 2
    timeout_seconds                  = 60
    environment_variables = {
      NODE_ENV          = "production"
      LECTERN_AUDIENCES = join(",", var.audiences)
      LECTERN_WORKBOOKS = join(",", var.workbooks)
      LECTERN_PAGES_URL = var.pages_url
    }
    secret_environment_variables {
      key        = "LECTERN_LINK_KEY"
      project_id = var.project
      secret     = google_secret_manager_secret.link_key.secret_id
      version    = "latest"
    }
  }

  depends_on = [google_project_service.needed, google_secret_manager_secret_iam_member.link_key_reader]
}

resource "google_cloud_run_service_iam_member" "anybody" {
  location = var.region
  service  = google_cloudfunctions2_function.pages.name
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_cloud_run_service_iam_member" "invoker" {
  for_each = toset(var.invokers)
  location = var.region
  service  = google_cloudfunctions2_function.api.name
  role     = "roles/run.invoker"
  member   = each.key
}

# The schedule: the same code behind its own door, which only the scheduler's account may pass, and one job a workbook.
resource "google_cloudfunctions2_function" "worker" {
  count    = var.scheduler == "" ? 0 : 1
  name     = "worker"
  location = var.region

  build_config {
    runtime     = "nodejs22"
    entry_point = "worker"
    source {
      storage_source {
        bucket = google_storage_bucket.source.name
        object = google_storage_bucket_object.function.name
      }
    }
  }

  service_config {
    service_account_email            = google_service_account.lectern.email
    available_memory                 = "512Mi"
    available_cpu                    = "1"
    max_instance_request_concurrency = 1
    max_instance_count               = 3
    timeout_seconds                  = 540
    environment_variables            = google_cloudfunctions2_function.api.service_config[0].environment_variables
    secret_environment_variables {
      key        = "LECTERN_SMTP_URL"
      project_id = var.project
      secret     = google_secret_manager_secret.smtp_url.secret_id
      version    = "latest"
    }
    secret_environment_variables {
      key        = "LECTERN_LINK_KEY"
      project_id = var.project
      secret     = google_secret_manager_secret.link_key.secret_id
      version    = "latest"
    }
  }
}

resource "google_cloud_run_service_iam_member" "scheduler" {
  count    = length(google_cloudfunctions2_function.worker)
  location = var.region
  service  = google_cloudfunctions2_function.worker[0].name
  role     = "roles/run.invoker"
  member   = "serviceAccount:${var.scheduler}"
}

resource "google_cloud_scheduler_job" "run_due" {
  for_each         = var.scheduler == "" ? toset([]) : toset(var.workbooks)
  name             = "lectern-${each.key}"
  region           = var.region
  schedule         = "*/15 * * * *"
  time_zone        = var.time_zone
  attempt_deadline = "600s"

  http_target {
    uri         = "${google_cloudfunctions2_function.worker[0].service_config[0].uri}/runDue"
    http_method = "POST"
    headers     = { "Content-Type" = "application/json" }
    body        = base64encode(jsonencode({ spreadsheetId = each.key }))
    oidc_token {
      service_account_email = var.scheduler
      audience              = var.audiences[0]
    }
  }

  depends_on = [google_project_service.needed]
}

output "service_account" {
  description = "Share each workbook with this address as an editor."
  value       = google_service_account.lectern.email
}

output "api_url" {
  description = "Script property LECTERN_API_URL of each workbook."
  value       = google_cloudfunctions2_function.api.service_config[0].uri
}

output "pages_url" {
  description = "Address of the public pages: give it to the variable pages_url and apply once more."
  value       = google_cloudfunctions2_function.pages.service_config[0].uri
}

# A function resource has no field for custom audiences; the service beneath it does.
output "after_each_apply" {
  description = "Run this after every apply: it tells Cloud Run whose tokens it may pass."
  value = [
    for service in concat(["api"], google_cloudfunctions2_function.worker[*].name) :
    "gcloud run services update ${service} --project=${var.project} --region=${var.region} --set-custom-audiences=${join(",", var.audiences)}"
  ]
}
