// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/TemporaryFolder.h"

#include <optional>
#include <string>
#include <vector>

namespace congvu::host::testing {

/// A PostgreSQL server of its own for the tests of this process, in a temporary folder, reachable by a socket in that folder only.
/// Started when it is first asked for and stopped at the end of the process.
class DbPostgresCluster {
public:
    /// Location of a new empty database, or nothing on a machine without PostgreSQL.
    static std::optional<std::string> newDatabase();

    /// Ends all connections as a restart of the server does.
    static void restart();

    ~DbPostgresCluster();
    DbPostgresCluster(const DbPostgresCluster&) = delete;
    DbPostgresCluster& operator=(const DbPostgresCluster&) = delete;

private:
    DbPostgresCluster();
    static DbPostgresCluster& shared();
    [[nodiscard]] bool start() const;
    void stop() const;
    [[nodiscard]] std::string location(const std::string& database) const;
    [[nodiscard]] bool run(const std::string& program, std::vector<std::string> arguments) const;

    congvu::testing::TemporaryFolder folder_;
    std::string programs_;  ///< folder of initdb and pg_ctl, empty when there is none
    bool isRunning_ = false;
    int databases_ = 0;
};

}  // namespace congvu::host::testing
