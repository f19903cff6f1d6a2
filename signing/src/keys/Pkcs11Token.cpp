// SPDX-License-Identifier: Apache-2.0
#include "keys/Pkcs11Token.h"

#include <openssl/crypto.h>

namespace congvu::signing::keys {
namespace {

std::string identityOf(const Pkcs11TokenInfo& info) {
    return info.manufacturer + '\0' + info.model + '\0' + info.serial + '\0' + info.label;
}

}  // namespace

Pkcs11Token::Lease::Lease(Pkcs11Token& token, std::unique_ptr<Session> session) : token_(token), session_(std::move(session)) {}

Pkcs11Token::Lease::~Lease() {
    token_.giveBack(std::move(session_), isKept_, failure_);
}

CK_SESSION_HANDLE Pkcs11Token::Lease::handle() const {
    return session_->handle;
}

std::optional<CK_OBJECT_HANDLE> Pkcs11Token::Lease::privateKey(const Bytes& label, const Bytes& id) {
    const auto known = session_->keys.find({label, id});
    if (known != session_->keys.end()) {
        return known->second;
    }
    const auto wanted = ObjectTemplate().with(CKA_CLASS, CKO_PRIVATE_KEY).with(CKA_LABEL, label).with(CKA_ID, id);
    const auto found = findObjects(token_.functions(), session_->handle, wanted);
    if (found.empty()) {
        return std::nullopt;
    }
    session_->keys[{label, id}] = found.front();
    return found.front();
}

Pkcs11Token::Pkcs11Token(std::shared_ptr<Pkcs11Module> module, const Pkcs11TokenInfo& info, std::string_view pin)
    : module_(std::move(module)), info_(info), pin_(pin) {}

Pkcs11Token::~Pkcs11Token() {
    if (!pool_.isOwn()) {
        return;  // the sessions are those of the process that forked
    }
    // Closing the last session logs out (PKCS#11 2.40, 5.6).
    for (const auto& session : pool_.get().idle) {
        functions().C_CloseSession(session->handle);
    }
}

std::shared_ptr<Pkcs11Token> Pkcs11Token::open(const std::shared_ptr<Pkcs11Module>& module, const Pkcs11TokenInfo& info,
                                               std::string_view pin) {
    Pkcs11Module::Native::Start& start = module->native().start.get();
    const std::scoped_lock lock(start.poolsMutex);
    std::weak_ptr<Pkcs11Token>& known = start.pools[identityOf(info)];
    auto token = known.lock();
    if (token != nullptr && token->refusal_ == CKR_OK) {
        // A process that is logged in gets no answer about another PIN from the token.
        if (!token->hasPin(pin)) {
            throw SigningError(ErrorCode::wrongPin, "another PIN than the one that is logged in");
        }
        return token;
    }
    auto fresh = std::make_shared<Pkcs11Token>(module, info, pin);
    fresh->lease().keep();
    known = fresh;
    return fresh;
}

bool Pkcs11Token::hasPin(std::string_view pin) const {
    return pin.size() == pin_.size() && CRYPTO_memcmp(pin.data(), pin_.view().data(), pin.size()) == 0;
}

Pkcs11Token::Lease Pkcs11Token::lease() {
    Pool& pool = pool_.get();
    std::unique_lock lock(pool.mutex);
    for (;;) {
        if (!pool.idle.empty()) {
            auto session = std::move(pool.idle.back());
            pool.idle.pop_back();
            return {*this, std::move(session)};
        }
        if (pool.openCount >= pool.mostOpen) {
            pool.changed.wait(lock);
            continue;
        }
        if (auto session = openCounted(pool, lock)) {
            return {*this, std::move(session)};
        }
        // The lock was open meanwhile: a session may have come back, and nobody tells it again.
    }
}

/// Nothing when the token has no session left but this pool has some that will come back.
std::unique_ptr<Pkcs11Token::Session> Pkcs11Token::openCounted(Pool& pool, std::unique_lock<std::mutex>& lock) {
    ++pool.openCount;
    lock.unlock();
    try {
        auto session = openSession();
        if (session != nullptr) {
            return session;
        }
    } catch (...) {
        lock.lock();
        --pool.openCount;
        pool.changed.notify_all();
        throw;
    }
    lock.lock();
    --pool.openCount;
    if (pool.openCount == 0) {
        pool.changed.notify_all();
        throwResult(CKR_SESSION_COUNT, "C_OpenSession");
    }
    pool.mostOpen = pool.openCount;
    return nullptr;
}

/// Where the token is now: it may have been plugged into another reader, and another token into this one.
Pkcs11TokenInfo Pkcs11Token::locate() {
    for (const Pkcs11TokenInfo& present : module_->native().tokens()) {
        if (identityOf(present) == identityOf(info_)) {
            return present;
        }
    }
    throw SigningError(ErrorCode::tokenRemoved, "token \"" + info_.label + "\" is not in any reader");
}

/// Logged in; null when the token has no session left.
std::unique_ptr<Pkcs11Token::Session> Pkcs11Token::openSession() {
    const Pkcs11TokenInfo present = locate();
    auto session = std::make_unique<Session>();
    const CK_RV result = functions().C_OpenSession(present.slotId, CKF_SERIAL_SESSION, nullptr, nullptr, &session->handle);
    if (result == CKR_SESSION_COUNT) {
        return nullptr;
    }
    requireOk(result, "C_OpenSession");
    try {
        logInIfNeeded(session->handle, present);
    } catch (...) {
        functions().C_CloseSession(session->handle);
        throw;
    }
    return session;
}

void Pkcs11Token::logInIfNeeded(CK_SESSION_HANDLE session, const Pkcs11TokenInfo& info) {
    const std::scoped_lock lock(pool_.get().loginMutex);
    CK_SESSION_INFO state{};
    requireOk(functions().C_GetSessionInfo(session, &state), "C_GetSessionInfo");
    if (!info.isLoginRequired || state.state == CKS_RO_USER_FUNCTIONS || state.state == CKS_RW_USER_FUNCTIONS) {
        return;
    }
    if (info.isPinLocked) {
        throw SigningError(ErrorCode::pinLocked, "token \"" + info.label + "\" has locked its PIN");
    }
    logIn(session, CKU_USER);
}

void Pkcs11Token::authenticateOnce(CK_SESSION_HANDLE session) {
    const std::scoped_lock lock(pool_.get().loginMutex);
    logIn(session, CKU_CONTEXT_SPECIFIC);
}

/// Holding loginMutex: threads that wait for it must learn of a refusal before they send the same PIN.
void Pkcs11Token::logIn(CK_SESSION_HANDLE session, CK_USER_TYPE user) {
    if (const CK_RV refusal = refusal_; refusal != CKR_OK) {
        throw SigningError(errorOfResult(refusal), nameOfResult(refusal) + ": the token refused this PIN; it is not tried again");
    }
    if (pin_.empty() && !info_.hasPinPad) {
        throw SigningError(ErrorCode::wrongPin, "token \"" + info_.label + "\" needs a PIN");
    }
    auto* pin = pin_.empty() ? nullptr : reinterpret_cast<CK_UTF8CHAR_PTR>(pin_.data());
    const CK_RV result = functions().C_Login(session, user, pin, pin_.size());
    if (result == CKR_OK || (user == CKU_USER && result == CKR_USER_ALREADY_LOGGED_IN)) {
        return;
    }
    if (errorOfResult(result) == ErrorCode::wrongPin || errorOfResult(result) == ErrorCode::pinLocked) {
        refusal_ = result;
    }
    throwResult(result, "C_Login");
}

void Pkcs11Token::giveBack(std::unique_ptr<Session> session, bool isKept, CK_RV failure) noexcept {
    Pool& pool = pool_.get();
    std::vector<std::unique_ptr<Session>> ended;
    {
        const std::scoped_lock lock(pool.mutex);
        if (isSessionLost(failure)) {
            ended.swap(pool.idle);
        }
        (isKept ? pool.idle : ended).push_back(std::move(session));
    }
    // The sessions of a token that is gone are closed already, and their handles may be given anew.
    if (errorOfResult(failure) != ErrorCode::tokenRemoved) {
        for (const auto& each : ended) {
            functions().C_CloseSession(each->handle);
        }
    }
    {
        const std::scoped_lock lock(pool.mutex);
        pool.openCount -= ended.size();
    }
    pool.changed.notify_all();
}

}  // namespace congvu::signing::keys
