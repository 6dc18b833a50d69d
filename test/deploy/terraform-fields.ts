/**
 * Arguments that the provider documents (Terraform Registry, hashicorp/google 6.50, each resource's page, "Argument Reference"), written
 * down because the provider itself cannot be had everywhere. `!` marks what is required; a block that is not opened here is a field.
 */
export interface Documented {
  readonly fields: string;
  readonly blocks?: Readonly<Record<string, Documented>>;
}

export const DOCUMENTED: Readonly<Record<string, Documented>> = {
  google_project_service: {
    fields: 'disable_dependent_services disable_on_destroy project service! timeouts',
  },
  google_service_account: {
    fields:
      'account_id! create_ignore_already_exists description disabled display_name project timeouts',
  },
  google_service_account_iam_member: {
    fields: 'member! role! service_account_id! condition',
  },
  google_secret_manager_secret: {
    fields:
      'annotations deletion_protection expire_time labels project secret_id! tags ttl version_aliases version_destroy_ttl rotation timeouts topics',
    blocks: {
      replication: {
        fields: 'user_managed',
        blocks: {
          auto: {
            fields: 'customer_managed_encryption',
          },
        },
      },
    },
  },
  google_secret_manager_secret_iam_member: {
    fields: 'member! project role! secret_id! condition',
  },
  google_artifact_registry_repository: {
    fields:
      'cleanup_policy_dry_run description format! kms_key_name labels location mode project repository_id! cleanup_policies docker_config maven_config remote_repository_config timeouts virtual_repository_config vulnerability_scanning_config',
  },
  google_cloud_run_v2_service: {
    fields:
      'annotations client client_version custom_audiences deletion_protection description ingress invoker_iam_disabled labels launch_stage location! name! project binary_authorization build_config scaling timeouts traffic',
    blocks: {
      template: {
        fields:
          'annotations encryption_key execution_environment gpu_zonal_redundancy_disabled labels max_instance_request_concurrency revision service_account session_affinity timeout node_selector volumes vpc_access',
        blocks: {
          scaling: {
            fields: 'max_instance_count min_instance_count',
          },
          containers: {
            fields:
              'args base_image_uri command depends_on image! name working_dir liveness_probe ports startup_probe volume_mounts',
            blocks: {
              resources: {
                fields: 'cpu_idle limits startup_cpu_boost',
              },
              env: {
                fields: 'name! value',
                blocks: {
                  value_source: {
                    fields: '',
                    blocks: {
                      secret_key_ref: {
                        fields: 'secret! version',
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  google_cloud_run_v2_service_iam_member: {
    fields: 'location member! name! project role! condition',
  },
  google_cloud_scheduler_job: {
    fields:
      'attempt_deadline description name! paused project region schedule time_zone app_engine_http_target pubsub_target timeouts',
    blocks: {
      retry_config: {
        fields:
          'max_backoff_duration max_doublings max_retry_duration min_backoff_duration retry_count',
      },
      http_target: {
        fields: 'body headers http_method uri! oauth_token',
        blocks: {
          oidc_token: {
            fields: 'audience service_account_email!',
          },
        },
      },
    },
  },
  google_cloud_tasks_queue: {
    fields: 'desired_state location! name project timeouts',
    blocks: {
      rate_limits: {
        fields: 'max_concurrent_dispatches max_dispatches_per_second',
      },
      retry_config: {
        fields: 'max_attempts max_backoff max_doublings max_retry_duration min_backoff',
      },
    },
  },
  google_cloud_tasks_queue_iam_member: {
    fields: 'location member! name! project role! condition',
  },
  google_storage_bucket: {
    fields:
      'name! location! project force_destroy storage_class default_event_based_hold enable_object_retention requester_pays rpo uniform_bucket_level_access public_access_prevention labels',
  },
  google_storage_bucket_iam_member: {
    fields: 'bucket! member! role! condition',
  },
  google_project_iam_member: {
    fields: 'project! member! role! condition',
  },
  google_project: {
    fields: 'project_id',
  },
};
