"""Products and other capitalised words that are no people, though a sentence may treat them alike."""

__all__ = ["NO_PEOPLE"]

_WORDS = """
    Acme Airflow Akamai Alertmanager Amazon Android Ansible Apache Apple Argo ArgoCD Asana Ask Atlas Atlassian
    Aurora Auth Avro AWS Azure Bamboo Bazel BigQuery Bigtable Bitbucket Bitnami Buildkite Caddy Calico Cassandra
    Celery Ceph Cilium CircleCI Cisco ClickHouse Cloudflare CloudFront CloudWatch Cockroach Confluence Consul
    Couchbase Datadog Debezium Debian Dell Django Docker Druid Dynamo DynamoDB Elastic Elasticsearch Envoy Etcd
    Excel Exim Fargate Fastly Firebase Firefox Flink Fluentd Flux Galera Galileo Gerrit Git GitHub GitLab Gmail
    Google Grafana Gradle GraphQL Hadoop HAProxy Harbor Hashicorp HBase Helm Heroku Hetzner Hive Honeycomb Hudi
    Iceberg IBM Intel Istio Jaeger Java JavaScript Jenkins Jira Kafka Karpenter Keycloak Kibana Kinesis Knative
    Kubernetes Lambda LaunchDarkly Let Linkerd Linux Logstash Loki Lucene Magento MariaDB Memcached Mercurial
    Microsoft Minio Mongo MongoDB MySQL Nagios Netflix Netlify Nginx Nomad Node Okta OpenSearch OpenShift
    OpenStack Oracle Outlook PagerDuty Parquet Perl Pingdom Postfix Postgres PostgreSQL Presto Prometheus Pulsar
    Puppet Python RabbitMQ Rails Rancher React Redis Redshift Rust Salesforce Salt SaltStack Sentry Shopify
    Slack Snowflake Solr Spark Spinnaker Splunk Spring Sqoop Squid Stripe Sumo Superset SUSE Teams Tekton Tempo
    Terraform Thanos Tomcat Traefik Trino Twilio Twitter Ubuntu Unicorn Varnish Vault Vercel Vitess VMware
    Webpack Windows WordPress Xen Zabbix Zendesk Zipkin Zookeeper Zoom Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September October November December
    Christmas Easter Thanksgiving I The A An This That These Those It Its We Our My In On At By For From To Of
    And Or But So As If When While Since Because After Before During Until Once Then There Here No Not Nothing
    None Each Every All Any Some One Two Three Both Who What Why How Where Which Please Thanks Root Owner Error
    Category Note Action English French German Spanish Chinese Japanese Europe America Asia Africa Berlin London
    Paris Tokyo Frankfurt Dublin Virginia Oregon Ohio Sydney Singapore Users Customers Clients Visitors
    Subscribers Shoppers Patients Players Passengers Merchants Tenants Members Students Partners Readers Guests
    Buyers Drivers Callers Viewers Anyone Anybody Everyone Everybody People API CPU DNS HTTP HTTPS JSON SQL SSH
    SSL TLS TTL URL VPN
"""
NO_PEOPLE = frozenset(_WORDS.split())
