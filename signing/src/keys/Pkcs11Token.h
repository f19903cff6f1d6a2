// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>

#include "congvu/signing/keys/SecretText.h"
#include "keys/Pkcs11Native.h"

namespace congvu::signing::keys {

/// A token that this process is logged in to, with its pool of sessions. Safe to use from several threads.
class Pkcs11Token {
    struct Session;

public:
    /// The token with this PIN; signers of one token share it. Logs in. Throws wrongPin, pinLocked, tokenRemoved, tokenFailure.
    static std::shared_ptr<Pkcs11Token> open(const std::shared_ptr<Pkcs11Module>& module, const Pkcs11TokenInfo& info,
                                             std::string_view pin);

    Pkcs11Token(std::shared_ptr<Pkcs11Module> module, const Pkcs11TokenInfo& info, std::string_view pin);
    ~Pkcs11Token();
    Pkcs11Token(const Pkcs11Token&) = delete;
    Pkcs11Token& operator=(const Pkcs11Token&) = delete;

    /// A session for one thread. It goes back to the pool only after `keep`; otherwise it is closed, as an operation that
    /// failed may still be under way in it.
    class Lease {
    public:
        Lease(Pkcs11Token& token, std::unique_ptr<Session> session);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        CK_SESSION_HANDLE handle() const;
        void keep() { isKept_ = true; }
        /// What the token said last. When session or login is lost, the idle sessions go too, so that the next is a new one.
        void fail(CK_RV result) { failure_ = result; }

        /// The private key with this label and id, found once a session; none when it is not there.
        std::optional<CK_OBJECT_HANDLE> privateKey(const Bytes& label, const Bytes& id);

    private:
        Pkcs11Token& token_;
        std::unique_ptr<Session> session_;
        bool isKept_ = false;
        CK_RV failure_ = CKR_OK;
    };

    /// Waits while as many sessions are in use as the token allows. Throws wrongPin, pinLocked, tokenRemoved, tokenFailure.
    Lease lease();

    /// The PIN once more, for the next use of a key with CKA_ALWAYS_AUTHENTICATE. Throws wrongPin, pinLocked, or what
    /// C_Login said.
    void authenticateOnce(CK_SESSION_HANDLE session);

    CK_FUNCTION_LIST& functions() { return module_->native().functions(); }

private:
    /// A session with the keys that were found in it.
    struct Session {
        CK_SESSION_HANDLE handle = 0;
        std::map<std::pair<Bytes, Bytes>, CK_OBJECT_HANDLE> keys;
    };
    /// The sessions of one process.
    struct Pool {
        std::mutex mutex;
        std::condition_variable changed;
        std::vector<std::unique_ptr<Session>> idle;
        std::size_t openCount = 0;
        std::size_t mostOpen = 16;
        std::mutex loginMutex;
    };

    Pkcs11TokenInfo locate();
    std::unique_ptr<Session> openSession();
    std::unique_ptr<Session> openCounted(Pool& pool, std::unique_lock<std::mutex>& lock);
    void logInIfNeeded(CK_SESSION_HANDLE session, const Pkcs11TokenInfo& info);
    void logIn(CK_SESSION_HANDLE session, CK_USER_TYPE user);
    void giveBack(std::unique_ptr<Session> session, bool isKept, CK_RV failure) noexcept;
    bool hasPin(std::string_view pin) const;

    std::shared_ptr<Pkcs11Module> module_;
    const Pkcs11TokenInfo info_;
    SecretText pin_;
    std::atomic<CK_RV> refusal_{CKR_OK};  ///< what the token said to this PIN; it is not asked again
    PerProcess<Pool> pool_;
};

}  // namespace congvu::signing::keys
