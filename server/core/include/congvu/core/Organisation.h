// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// What is asked for a new unit.
struct NewUnit {
    std::string parentId;  ///< empty only for the first unit of all, the root
    std::string kind;      ///< "agency" or "division"
    std::string name;
    std::string shortName;  ///< empty: the name
    std::string code;
    std::string abbreviation;  ///< of its symbols, "UBND"
    std::string organId;       ///< electronic identity code, agencies only, at most 35 characters
    std::string place;         ///< địa danh on documents
    std::string superiorName;  ///< cơ quan chủ quản printed above the issuer's name, may be empty
    std::int64_t sortOrder = 0;
};

/// What is asked for a new person.
struct NewPerson {
    std::string name;
    std::string username;
    std::string email;
    std::string phone;
    std::string temporaryPassword;  ///< must be changed at the first sign-in; empty: nobody can sign in as this person yet
};

/// What is asked for a new post of a person.
struct NewPost {
    std::string personId;
    std::string unitId;
    std::string title;               ///< "Chủ tịch"
    std::vector<std::string> roles;  ///< ids, "clerk", "chair" …
    bool main = true;                ///< the post a session starts in
    std::optional<Date> from;        ///< today when absent
    std::optional<Date> until;
};

/// Changes of units, people and posts. Every call is one durable transaction with its audit row, and is seen by the next request.
/// `by` with an empty postId is the system itself (command line, demonstration data); it may change everything, anybody else only what
/// lies in the subtree of the own agency (AppError notFound). Wrong values are AppError::invalid with pointers named as the members.
class Organisation {
public:
    virtual ~Organisation() = default;
    /// The new unit's id.
    virtual std::string createUnit(const http::Caller& by, const NewUnit& unit) = 0;
    /// The new person's id.
    virtual std::string createPerson(const http::Caller& by, const NewPerson& person) = 0;
    /// The new post's id.
    virtual std::string createPost(const http::Caller& by, const NewPost& post) = 0;
    /// Takes the lock-out of an account away.
    virtual void unlockPerson(const http::Caller& by, std::string_view personId) = 0;
    /// Sets a password that must be changed at the next sign-in and ends all sessions of the person.
    virtual void setTemporaryPassword(const http::Caller& by, std::string_view personId, std::string_view password) = 0;
    /// The person with this user name.
    [[nodiscard]] virtual std::optional<std::string> personByUsername(std::string_view username) const = 0;
    /// The caller that acts in a post, with the permissions of its roles; nothing when there is no such active post.
    [[nodiscard]] virtual std::optional<http::Caller> callerOf(std::string_view postId) const = 0;
};

}  // namespace congvu::core
