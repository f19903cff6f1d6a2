// SPDX-License-Identifier: Apache-2.0
#include "DbPostgresCluster.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace congvu::host::testing {

namespace {

/// The newest installed version, as Debian lays it out.
std::string findPrograms() {
    std::vector<std::string> found;
    std::error_code missing;
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", missing)) {
        if (std::filesystem::exists(version.path() / "bin" / "initdb")) {
            found.push_back((version.path() / "bin").string());
        }
    }
    std::sort(found.begin(), found.end());
    return found.empty() ? std::string{} : found.back();
}

/// PostgreSQL refuses to run as root; then it runs as its own system user.
const passwd* serverUser() {
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

[[noreturn]] void become(const std::vector<std::string>& arguments) {
    if (const auto* user = serverUser(); user != nullptr && (::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) {
        _exit(126);
    }
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int standard : {0, 1, 2}) {
        ::dup2(nowhere, standard);
    }
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (const auto& argument : arguments) {
        pointers.push_back(const_cast<char*>(argument.c_str()));
    }
    pointers.push_back(nullptr);
    ::execv(pointers[0], pointers.data());
    _exit(127);
}

}  // namespace

DbPostgresCluster::DbPostgresCluster() : programs_(findPrograms()) {
    if (const auto* user = serverUser()) {
        if (::chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0) {
            return;  // initdb could not write there; the tests say that no cluster runs
        }
    }
    const auto data = (folder_.path() / "data").string();
    isRunning_ =
        !programs_.empty() && run("initdb", {"-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"}) && start();
}

DbPostgresCluster::~DbPostgresCluster() {
    if (isRunning_) {
        stop();
    }
}

std::optional<std::string> DbPostgresCluster::newDatabase() {
    auto& cluster = shared();
    const auto name = "test" + std::to_string(++cluster.databases_);
    if (!cluster.isRunning_ || !cluster.run("createdb", {"-h", cluster.folder_.path().string(), "-U", "postgres", name})) {
        return std::nullopt;
    }
    return cluster.location(name);
}

void DbPostgresCluster::restart() {
    shared().stop();
    shared().isRunning_ = shared().start();
}

DbPostgresCluster& DbPostgresCluster::shared() {
    static DbPostgresCluster cluster;
    return cluster;
}

bool DbPostgresCluster::start() const {
    const auto options = "-c listen_addresses='' -c fsync=off -c unix_socket_directories='" + folder_.path().string() + "'";
    return run("pg_ctl", {"-D", (folder_.path() / "data").string(), "-o", options, "-w", "start"});
}

void DbPostgresCluster::stop() const {
    static_cast<void>(run("pg_ctl", {"-D", (folder_.path() / "data").string(), "-m", "immediate", "-w", "stop"}));
}

std::string DbPostgresCluster::location(const std::string& database) const {
    return "postgresql://postgres@/" + database + "?host=" + folder_.path().string();
}

bool DbPostgresCluster::run(const std::string& program, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), programs_ + '/' + program);
    const auto child = ::fork();
    if (child == 0) {
        become(arguments);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace congvu::host::testing
