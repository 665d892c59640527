/**
 * Shapes of secrets, a line each: `{hex40}` stands for forty hexadecimal digits made up by tests/privacy/generate.ts.
 * Written from the services' own formats, not from the rules.
 */
export const tokenTemplates: readonly string[] = `
$6$an{an6}\${an86}
$2y$10\${an53}
$apr1\${an8}\${an22}
$argon2id$v=19$m=65536,t=3,p=4\${b64_22}\${b64_43}
ABSK{b64_110}==
EAAW{an150}
token-{lo5}:{lo54}
AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/s3/aws4_request, Signature={hex64}
https://{hex32}:{hex32}@sentry.example.com/4
datadog api key: {hex32}
datadog app key {hex40}
zendesk api token {an40}
with token {hex64}
secret {b64_40}
access token {b64_40}=
the token is: {an32}
_token_: \`{an32}\`
openai key {an48}
_gitlab_session={hex32}
VAULT_SECRET_ID={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
X-Honeycomb-Team: {an22}
sonar.login={hex40}
https://acme.azurewebsites.net/api/f?code={url54}==
LICENSE_KEY={up5}-{up5}-{up5}-{up5}-{up5}
code_verifier={url43}
session={url40}
azure storage key {b64_86}==
otp secret {b32_32}
the api token we use is {an40}
AKIA{b32_16} / {b64_40}
{"secret":{"key":"{an40}"}}
Secret ID = {hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
ngrok config add-authtoken {an27}_{an21}
snmp community {an16}
AKIA{b32_16}
ASIA{b32_16}
AIza{url35}
GOCSPX-{url28}
ya29.{url120}
1//0g{url60}
{an3}8Q~{url34}
{an76}AZDO{an4}
DefaultEndpointsProtocol=https;AccountName=prod{lo5};AccountKey={b64_86}==;EndpointSuffix=core.windows.net
Endpoint=sb://{lo6}.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={b64_43}=
{b64_44}+ACR{an6}
LTAI{an20}
AKID{an32}
t1.9eu{url180}.{url86}
AQVN{url35}
dop_v1_{hex64}
LINODE_TOKEN={hex64}
VULTR_API_KEY={up36}
HCLOUD_TOKEN={an64}
SCW_SECRET_KEY={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
IBMCLOUD_API_KEY={url44}
K00{dig1}{b64_27}
ghp_{an36}
github_pat_{an22}_{an59}
ghs_{an36}
gho_{an36}
ghr_{an76}
glpat-{url20}
glpat-{url27}.01.{lo9}
gldt-{url20}
glptt-{hex40}
glrt-{url20}
GR1348941{url20}
ATBB{an32}
ATATT3xFfGF0{url170}={up8}
ATCTT3xFfGN0{url170}={up8}
xoxb-{dig12}-{dig13}-{an24}
xoxp-{dig12}-{dig12}-{dig13}-{hex32}
xapp-1-A{up10}-{dig13}-{hex64}
xoxe.xoxp-1-{url150}
https://hooks.slack.com/services/T{up10}/B{up10}/{an24}
xoxd-{url120}
M{url25}.G{url5}.{url38}
https://discord.com/api/webhooks/{dig18}/{url68}
{dig10}:AA{url33}
https://acme.webhook.office.com/webhookb2/{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}@{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}/IncomingWebhook/{hex32}/{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
https://chat.googleapis.com/v1/spaces/AAAA{url7}/messages?key=AIza{url35}&token={url43}%3D
https://hooks.zapier.com/hooks/catch/{dig7}/{lo7}/
https://mm.example.com/hooks/{lo26}
https://prod-12.westeurope.logic.azure.com:443/workflows/{hex32}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig={url43}
sk_live_{an24}
sk_live_51{an97}
rk_live_{an24}
sk_test_{an24}
whsec_{an32}
EAAA{url60}
sq0atp-{url22}
sq0csp-{url43}
access_token$production\${lo16}\${hex32}
rzp_live_{an14}
sk_live_{hex40}
FLWSECK-{hex32}-X
live_{an30}
AQE{b64_70}-{b64_40}-{an10}
shippo_live_{hex40}
EZAK{an54}
COINBASE_API_SECRET={an64}
access-production-{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
access-sandbox-{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
live_{url40}
SG.{url22}.{url43}
key-{hex32}
{hex32}-{hex8}-{hex8}
{hex32}-us1
md-{url22}
xkeysib-{hex64}-{an16}
xsmtpsib-{hex64}-{an16}
POSTMARK_SERVER_TOKEN={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
re_{an8}_{an24}
mlsn.{hex64}
SPARKPOST_API_KEY={hex40}
pk_{hex34}
SK{hex32}
sk-{an48}
sk-proj-{url74}T3BlbkFJ{url74}
sk-svcacct-{url60}
sk-ant-api03-{url93}AA
hf_{an34}
gsk_{an52}
r8_{an37}
pplx-{an48}
xai-{an80}
pcsk_{an6}_{an60}
sk-or-v1-{hex64}
CO_API_KEY={an40}
MISTRAL_API_KEY={an32}
fw_{an24}
tgp_v1_{url43}
sk-{hex32}
sk_{hex48}
csk-{lo48}
nvapi-{url64}
pa-{url43}
tvly-{an32}
lsv2_pt_{hex32}_{hex10}
sk-lf-{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
WANDB_API_KEY={hex40}
npm_{an36}
pypi-AgEIcHlwaS5vcmc{url140}
rubygems_{hex48}
oy2{lo43}
cio{an32}
CLOJARS_{hex60}
dckr_pat_{url27}
AKCp8{an69}
cmVmdGtu{an56}
eyJ2ZXIiOiIyIi{url200}.{url100}.{url80}
HEX_API_KEY={hex32}
hvs.{url95}
hvb.{url138}
s.{an24}
{an14}.atlasv1.{url67}
dp.pt.{an43}
dp.st.prd.{an43}
st.{hex24}.{hex32}.{hex32}
ops_eyJ{b64_250}
A3-{up6}-{up11}-{up5}-{up5}-{up5}
pul-{hex40}
glsa_{an32}_{hex8}
glc_eyJ{b64_120}==
eyJrIjoi{b64_70}
DD_API_KEY={hex32}
DD_APP_KEY={hex40}
DATADOG_APP_KEY: {hex40}
NRAK-{up27}
{hex36}NRAL
NRII-{url32}
sntrys_eyJ{b64_100}_{b64_43}
sntryu_{hex64}
https://{hex32}:{hex32}@sentry.io/{dig6}
hcaik_01{lo56}
HONEYCOMB_API_KEY={an22}
dt0c01.{up24}.{up64}
Authorization: Token token=u+{url18}
PD_ROUTING_KEY={hex32}
Authorization: GenieKey {hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
Authorization: Splunk {hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
sdk-{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
api-{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
Authorization: Bearer {an24}
SUMO_ACCESS_KEY={an64}
ROLLBAR_ACCESS_TOKEN={hex32}
BUGSNAG_API_KEY={hex32}
LOGDNA_INGESTION_KEY={hex32}
Authorization: ApiKey {b64_58}==
phx_{an43}
INSTANA_AGENT_KEY={url22}
HRKU-AA{url58}
HEROKU_API_KEY={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
nfp_{an36}
VERCEL_TOKEN={an24}
rnd_{an28}
FlyV1 fm2_{b64_300}
fo1_{url43}
RAILWAY_TOKEN={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
sbp_{hex40}
sb_secret_{url31}
pscale_tkn_{url43}
pscale_pw_{url43}
napi_{lo64}
CLOUDFLARE_API_TOKEN={url40}
cfut_{an40}{hex8}
X-Auth-Key: {hex37}
v1.0-{hex24}-{hex146}
Fastly-Key: {url32}
tskey-auth-k{an11}CNTRL-{an32}
NGROK_AUTHTOKEN={an27}_{an21}
dapi{hex32}
SNOWFLAKE_PASSWORD={pw0}
CONFLUENT_CLOUD_API_SECRET={b64_64}
mdb_sa_sk_{url40}
UPSTASH_REDIS_REST_TOKEN=AX{b64_50}
ALGOLIA_ADMIN_KEY={hex32}
ELASTIC_PASSWORD={an24}
shpat_{hex32}
shpss_{hex32}
pat-na1-{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
pat{an14}.{hex64}
ntn_{an46}
secret_{an43}
lin_api_{an40}
1/{dig16}:{hex32}
2/{dig16}/{dig16}:{hex32}
figd_{url40}
PMAK-{hex24}-{hex34}
CFPAT-{url43}
tfp_{url44}
dG9rO{b64_55}=
ZENDESK_API_TOKEN={an40}
pk_{dig8}_{up32}
eyJ{url33}.eyJ{url80}.{url43}
ATTA{hex72}
00D{an12}!{url96}
SSWS 00{url40}
AUTH0_CLIENT_SECRET={url64}
sl.{url135}
EAACEdEose0cBA{an100}
AAAAAAAAAAAAAAAAAAAAA{an80}
TWITCH_CLIENT_SECRET={lo30}
SPOTIFY_CLIENT_SECRET={hex32}
sk.eyJ{url80}.{url22}
rdme_{lo70}
pnu_{an36}
sgp_{hex16}_{hex40}
sqp_{hex40}
squ_{hex40}
SNYK_TOKEN={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
CODECOV_TOKEN={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
CCIPAT_{an22}_{hex40}
bkua_{hex40}
TRAVIS_TOKEN={an22}
JENKINS_API_TOKEN=11{hex32}
eyJ0eXAiOiAiVENWMiJ9.{url36}.{url48}
ARGOCD_AUTH_TOKEN=eyJ{url33}.eyJ{url80}.{url43}
AZURE_DEVOPS_EXT_PAT={lo52}
aio_{an28}
fio-u-{url64}
duffel_live_{url43}
ico-{an32}
live_{hex35}
tk-us-{url48}
api_live.{url43}
sk_live_{url40}
sk_live_{an42}
AGE-SECRET-KEY-1{b32_58}
--token {lo6}.{lo16}
PrivateKey = {b64_43}=
otpauth://totp/Acme:bob?secret={b32_32}&issuer=Acme
Cookie: session=eyJ{url33}.eyJ{url80}.{url43}; path=/
Authorization: Bearer {url40}
Authorization: Basic {b64_20}
X-API-Key: {an32}
X-Vault-Token: {hex26}
PRIVATE-TOKEN: {an20}
`
  .trim()
  .split('\n');

/** Addresses, commands and sentences that hold a password; `\\n` stands for a new line. */
export const passwordTemplates: readonly string[] = `
postgres://app_user:{upw0}@db-{lo3}.prod.internal:5432/orders?sslmode=require
postgresql+psycopg2://svc:{upw0}@10-db.example.com/app
jdbc:postgresql://db.example.com:5432/app?user=app&password={upw0}&ssl=true
jdbc:mysql://app:{upw0}@db:3306/shop?useSSL=false
jdbc:oracle:thin:scott/{upw0}@//db01:1521/ORCL
jdbc:sqlserver://sql01:1433;databaseName=app;user=sa;password={upw0};encrypt=true
Server=tcp:sql.example.net,1433;Database=app;User ID=sa;Password={upw0};Encrypt=True;
Data Source=db;Initial Catalog=app;Uid=app;Pwd={upw0};
Driver={ODBC Driver 17 for SQL Server};Server=db;UID=sa;PWD={{upw0}};
mongodb://root:{upw0}@mongo-0.mongo:27017,mongo-1.mongo:27017/admin?replicaSet=rs0
mongodb+srv://app:{upw0}@cluster0.ab1cd.mongodb.net/db
redis://:{upw0}@cache.example.com:6379/0
rediss://default:{upw0}@cache.upstash.io:6379
amqp://rabbit:{upw0}@mq:5672/vhost
amqps://u:{upw0}@b-1.mq.eu-west-1.amazonaws.com:5671
mysql://root:{upw0}@mysql.prod:3306/app
mysql+pymysql://app:{upw0}@127.0.0.1/db
clickhouse://default:{upw0}@ch:9000/default
https://elastic:{upw0}@es.example.com:9200/_cluster/health
nats://svc:{upw0}@nats:4222
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="svc" password="{upw0}";
ldap://cn=admin:{upw0}@ldap.example.com
ldapsearch -x -H ldaps://ldap -D "cn=admin,dc=ex,dc=com" -w {upw0} -b dc=ex
smtp://mailer:{upw0}@smtp.example.com:587
ftp://deploy:{upw0}@files.example.com/pub
sftp://deploy:{upw0}@files:22/x
git clone https://deploy:{upw0}@git.example.com/acme/app.git
https://x-access-token:ghs_{an36}@github.com/acme/app.git
https://{an40}@github.com/acme/app.git
https_proxy=http://proxyuser:{upw0}@proxy:3128
curl -s -u elastic:{upw0} https://es:9200/_cat/nodes
curl --user 'admin:{upw0}' https://grafana/api/health
wget --user=bob --password={upw0} https://x/y.tgz
mysql -u root -p{upw0} -h db app
mysqldump --user=root --password='{upw0}' app > d.sql
PGPASSWORD='{upw0}' psql -h db -U app
psql "host=db user=app password={upw0} dbname=orders"
redis-cli -h cache -a {upw0} ping
AUTH {an24}
requirepass {an20}
mongosh -u admin -p {upw0} --authenticationDatabase admin
sshpass -p '{upw0}' ssh root@host
docker login -u bot -p {upw0} registry.example.com
docker run -e POSTGRES_PASSWORD={upw0} postgres:16
helm upgrade x ./c --set auth.rootPassword={upw0}
helm upgrade x ./c --set-string global.db.password={upw0},replicas=2
kubectl create secret generic db --from-literal=password='{upw0}'
kubectl create secret docker-registry r --docker-username=u --docker-password={upw0}
htpasswd -b /etc/nginx/.htpasswd bob {upw0}
openssl rsa -in k.pem -passin pass:{upw0}
openssl enc -aes-256-cbc -k {upw0} -in a
unzip -P {upw0} dump.zip
RSYNC_PASSWORD={upw0} rsync -a x::y .
mount -t cifs //nas/s /mnt -o username=svc,password={upw0}
machine api.heroku.com\\n  login bob@example.com\\n  password {upw0}
//npm.acme-packages.test/:_authToken={hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
_auth={b64_40}==
{"auths":{"reg.example.com":{"auth":"{b64_40}=="}}}
ALTER USER app IDENTIFIED BY '{upw0}';
ALTER ROLE app WITH PASSWORD '{upw0}';
CREATE USER 'app'@'%' IDENTIFIED WITH mysql_native_password BY '{upw0}'
SQLALCHEMY_DATABASE_URI = "oracle+cx_oracle://scott:{upw0}@db:1521/?service_name=x"
snowflake://user:{upw0}@acct/db/schema?warehouse=wh
neo4j+s://neo4j:{upw0}@x.databases.neo4j.io
cqlsh db -u cassandra -p {upw0}
influx -username admin -password {an12}
rabbitmqctl change_password guest {upw0}
vault kv put secret/db password={upw0}
aws ssm put-parameter --name /prod/db/password --type SecureString --value '{upw0}'
az login --service-principal -u {hex8}-{hex4}-4{hex3}-a{hex3}-{hex12} -p {an30} --tenant {hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}
echo 'root:{upw0}' | chpasswd
echo {upw0} | sudo -S systemctl restart nginx
the db password is \`{upw0}\`
pw: {upw0}
login with admin / {upw0}
creds are admin:{upw0}
temp password "{upw0}" for the vpn
curl -sSu admin:{upw0} https://grafana.example.com/api/health
http -a bob:{upw0} GET grafana.example.com
snowsql -a acme -u app -p '{upw0}'
xfreerdp /u:admin /p:{upw0} /v:winbox
net use z: /user:bob {upw0}
smbclient //nas/s -U bob%{upw0}
db-1.example.com:5432:orders:app:{upw0}
SET PASSWORD FOR 'app' = PASSWORD('{upw0}');
new password for grafana is \`{upw0}\`
use \`{upw0}\` as the password
password for the db: \`{upw0}\`
Passwort: {upw0}
mot de passe : {upw0}
contraseña: {upw0}
user/pass: admin/{upw0}
U: admin P: {upw0}
mc alias set prod https://minio.example.com admin {upw0}
ipmitool -I lanplus -H bmc1 -U root -P '{upw0}' chassis
ssh-keygen -t ed25519 -N '{upw0}' -f k
snmpget -v3 -A x -X {upw0} host oid
ConvertTo-SecureString '{upw0}' -AsPlainText -Force
kinit bob <<< '{upw0}'
ACL SETUSER bob on >{upw0} ~* +@all
pulumi config set --secret dbPassword {upw0}
bundle config gems.example.io bob:{upw0}
dsn: "user:{upw0}@tcp(db.example.com:3306)/app?parseTime=true"
ALTER LOGIN sa WITH PASSWORD = N'{upw0}'
Password for the [elastic] user: {an20}
initialAdminPassword is {hex32}
Password (temporary): {upw0}
password[0]={upw0}
the vpn psk is {upw0}
wifi: acme-guest / {upw0}
basic auth bob:{upw0}
new pass is {upw0}
`
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));

/** Names of settings, and what they hold. */
export const settings: ReadonlyArray<readonly [names: string, value: string]> = [
  ['AWS_SECRET_ACCESS_KEY aws_secret_access_key secretAccessKey', '{b64_40}'],
  ['AZURE_CLIENT_SECRET ARM_CLIENT_SECRET clientSecret client_secret', '{an34}'],
  ['AZURE_STORAGE_KEY accountKey', '{b64_86}=='],
  ['TWILIO_AUTH_TOKEN authToken refresh_token GITHUB_TOKEN token', '{hex32}'],
  ['DB_PASSWORD POSTGRES_PASSWORD spring.datasource.password db.password dbPassword', '{pw0}'],
  ['password PASSWORD adminPassword SMTP_PASS ldap_bind_password REDIS_PW MQTT_PWD', '{pw0}'],
  ['JWT_SECRET jwt.secret SESSION_SECRET NEXTAUTH_SECRET SECRET_KEY_BASE', '{url43}'],
  ['ENCRYPTION_KEY RAILS_MASTER_KEY AES_KEY SIGNING_KEY ALGOLIA_ADMIN_KEY HASH_SALT', '{hex32}'],
  ['API_KEY api_key apiKey X-API-Key maps_api_key', '{an32}'],
  ['CONSUL_HTTP_TOKEN NOMAD_TOKEN access_token', '{hex8}-{hex4}-4{hex3}-a{hex3}-{hex12}'],
];

/** Where a setting may stand: `%N` is its name and `%V` its value. */
export const places: readonly string[] = [
  '%N=%V',
  "export %N='%V'",
  '  %N: %V',
  'env:\n  - name: %N\n    value: "%V"',
  '{"host":"db","%N":"%V","port":5432}',
  'body="{\\"%N\\":\\"%V\\"}"',
  '%N = "%V"',
  '02:00:01 DEBUG config loaded %N=%V, retries=3',
  'can you try `%N=%V` please',
  '```\nFOO=1\n%N=%V\nBAR=2\n```',
  '%N → `%V`',
  'kubectl set env deploy/api %N=%V',
  'curl -H "%N: %V" https://api.example.com',
  '<%N>%V</%N>',
  'os.environ["%N"] = "%V"',
  '$env:%N = "%V"',
  ':%N => "%V"',
  '%N: “%V”',
  'ENV %N %V',
  '-%N=old\n+%N=%V',
  '| %N | %V |',
  '{"name":"%N","value":"%V"}',
];
