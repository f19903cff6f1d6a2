// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Person.h"

#include "congvu/db/Tx.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::core {

/// What sign-in needs of a person.
struct Credentials {
    std::string personId;
    std::string passwordHash;  ///< empty: nobody can sign in
    PersonStatus status = PersonStatus::active;
};

/// All SQL of people.
class PersonRepository {
public:
    /// False when the user name is taken.
    [[nodiscard]] bool insert(db::Tx& tx, const Person& person, std::string_view passwordHash, Timestamp createdAt) const;
    [[nodiscard]] std::optional<Person> find(db::Reader& reader, std::string_view id) const;
    [[nodiscard]] bool update(db::Tx& tx, const Person& person, std::int64_t expectedVersion) const;
    [[nodiscard]] bool anyPerson(db::Reader& reader) const;

    [[nodiscard]] std::optional<Credentials> credentialsOf(db::Reader& reader, std::string_view usernameKey) const;
    [[nodiscard]] std::optional<Credentials> credentialsOfPerson(db::Reader& reader, std::string_view personId) const;
    void setPassword(db::Tx& tx, std::string_view personId, std::string_view passwordHash, bool mustChange) const;
    void setPreferences(db::Tx& tx, const Person& person) const;
};

}  // namespace congvu::core
